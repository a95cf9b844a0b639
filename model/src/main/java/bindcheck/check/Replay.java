package bindcheck.check;

import bindcheck.judge.Session;
import bindcheck.judge.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import bindcheck.target.TargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Replays the walks of one scene on a target, and judges each step. */
final class Replay {
  private final SceneSuite part;
  private final Session session;
  private final Vocabulary vocabulary;
  private final LongConsumer progress;
  private final SortedMap<String, Long> covered = new TreeMap<>();
  private List<Line> played = new ArrayList<>();
  private long steps;
  private int walksLeft;

  /**
   * Prepares a replay.
   *
   * @param progress is told the number of steps made so far, after each walk
   */
  Replay(SceneSuite part, Session session, Vocabulary vocabulary, LongConsumer progress) {
    this.part = part;
    this.session = session;
    this.vocabulary = vocabulary;
    this.progress = progress;
  }

  /** Makes every walk, up to the first step that is not allowed. */
  SceneResult run() {
    long start = System.nanoTime();
    Failure failure = null;
    for (int[] walk : part.suite().walks()) {
      failure = walk(walk);
      progress.accept(steps);
      if (failure != null) {
        break;
      }
    }
    return new SceneResult(
        part, steps, System.nanoTime() - start, walksLeft, new TreeMap<>(covered), failure);
  }

  private Failure walk(int[] edges) {
    session.reset();
    played = new ArrayList<>();
    try {
      return walkFrom(new Tracker(part.graph(), vocabulary), edges);
    } catch (TargetException e) {
      return new Failure(List.copyOf(played), null, e);
    }
  }

  private Failure walkFrom(Tracker tracker, int[] edges) {
    for (Stimulus stimulus : part.graph().scene().setup()) {
      Session.Step step = play(stimulus);
      if (!step.isAllowed()) {
        return new Failure(List.copyOf(played), step, null);
      }
    }
    for (int edge : edges) {
      Stimulus stimulus = tracker.actual(part.graph().edges().get(edge));
      Session.Step step = play(stimulus);
      if (!step.isAllowed()) {
        return new Failure(List.copyOf(played), step, null);
      }
      if (!tracker.follow(stimulus, step.observation())) {
        walksLeft++;
        break;
      }
    }
    return drain();
  }

  /** Releases the blocked calls, so that no thread stays behind. */
  private Failure drain() {
    Stimulus release = session.judge().ask(part.graph().scene()::release);
    while (release != null) {
      Session.Step step = play(release);
      if (!step.isAllowed()) {
        return new Failure(List.copyOf(played), step, null);
      }
      release = session.judge().ask(part.graph().scene()::release);
    }
    return null;
  }

  private Session.Step play(Stimulus stimulus) {
    Line line = vocabulary.line(stimulus);
    played.add(line);
    steps++;
    Session.Step step = session.play(line);
    if (step.isAllowed()) {
      step.by().forEach(id -> covered.merge(id, 1L, Long::sum));
    }
    return step;
  }
}
