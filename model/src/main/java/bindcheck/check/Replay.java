package bindcheck.check;

import bindcheck.graph.SceneGraph;
import bindcheck.judge.Session;
import bindcheck.judge.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import bindcheck.suite.BreadthFirstTree;
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
  private final Evidence evidence = new Evidence();
  private final List<Line> played = new ArrayList<>();
  private int lastEdge;
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

  /** Makes the walks, up to the first step that is not allowed; null where there is none. */
  Failure run(List<int[]> walks) {
    for (int[] walk : walks) {
      Failure failure = walk(walk);
      progress.accept(steps);
      if (failure != null) {
        return failure;
      }
      evidence.note(played, session.judge().policies());
    }
    return null;
  }

  long steps() {
    return steps;
  }

  int walksLeft() {
    return walksLeft;
  }

  SortedMap<String, Long> covered() {
    return covered;
  }

  Evidence evidence() {
    return evidence;
  }

  /** The shortest way to the edge that was last walked, and the edge. */
  List<Line> direct() {
    List<Line> lines = new ArrayList<>();
    part.graph().scene().setup().forEach(stimulus -> lines.add(vocabulary.line(stimulus)));
    SceneGraph.Edge last = part.graph().edges().get(lastEdge);
    for (int edge : BreadthFirstTree.of(part.graph().costs()).pathTo(last.from())) {
      lines.add(vocabulary.line(part.graph().edges().get(edge).stimulus()));
    }
    lines.add(vocabulary.line(last.stimulus()));
    return lines;
  }

  private Failure walk(int[] edges) {
    played.clear();
    try {
      session.reset();
      return walkFrom(new Tracker(part.graph(), vocabulary), edges);
    } catch (TargetException e) {
      return new Failure(List.copyOf(played), null, e);
    }
  }

  private Failure walkFrom(Tracker tracker, int[] edges) {
    for (Stimulus stimulus : part.graph().scene().setup()) {
      Session.Step step = play(stimulus);
      if (!step.isAllowed()) {
        return failure(step);
      }
    }
    for (int edge : edges) {
      lastEdge = edge;
      Stimulus stimulus = tracker.actual(part.graph().edges().get(edge));
      Session.Step step = play(stimulus);
      if (!step.isAllowed()) {
        return failure(step);
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
        return failure(step);
      }
      release = session.judge().ask(part.graph().scene()::release);
    }
    return null;
  }

  private Failure failure(Session.Step step) {
    return new Failure(List.copyOf(played), step, null);
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
