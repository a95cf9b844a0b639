package bindcheck.check;

import bindcheck.judge.Judge;
import bindcheck.judge.Session;
import bindcheck.judge.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Checks a target in one scene: replays its walks, and shrinks the first failure. */
public final class SceneCheck {
  private final SceneSuite part;
  private final Automaton automaton;
  private final Vocabulary vocabulary = new Vocabulary();

  /**
   * Prepares a check.
   *
   * @param judge the variant that judges
   */
  public SceneCheck(SceneSuite part, Semantics judge) {
    this.part = part;
    this.automaton = new Automaton(judge, part.graph().scene().threads());
    vocabulary.nameHandles(part.graph().scene().setup());
  }

  /**
   * Replays the walks, in their own order or, where the seed is not 0, in one drawn from it.
   *
   * @param progress is told the number of steps made so far
   */
  public SceneResult run(Target target, long seed, LongConsumer progress) {
    Session session = new Session(target, new Judge(automaton, vocabulary), vocabulary);
    Replay replay = new Replay(part, session, vocabulary, progress);
    long start = System.nanoTime();
    Failure failure = replay.run(order(seed));
    long nanos = System.nanoTime() - start;
    return new SceneResult(
        part,
        replay.steps(),
        nanos,
        replay.walksLeft(),
        new TreeMap<>(replay.covered()),
        failure,
        failure == null ? null : reproduce(target, replay, failure));
  }

  private List<int[]> order(long seed) {
    List<int[]> walks = new ArrayList<>(part.suite().walks());
    if (seed != 0) {
      java.util.Collections.shuffle(walks, new Random(seed));
    }
    return walks;
  }

  private Failure reproduce(Target target, Replay replay, Failure failure) {
    target.abandon();
    Reproduction reproduction = new Reproduction(target, automaton, vocabulary);
    List<List<Line>> walks = List.of(replay.direct(), failure.lines());
    Failure shortest = reproduction.shortest(walks);
    return shortest != null
        ? shortest
        : reproduction.shortest(List.of(replay.evidence().before(failure.lines())));
  }
}
