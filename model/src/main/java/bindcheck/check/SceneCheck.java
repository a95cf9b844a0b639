package bindcheck.check;

import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Round;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Support;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;

/** Checks a target in one scene: replays its walks, and shrinks what fails. */
public final class SceneCheck {
  private final SceneSuite part;
  private final Automaton automaton;
  private final Vocabulary vocabulary = new Vocabulary();
  private Course course;
  private int mostFailures = 1;
  private Session.Listener listener = (before, stimulus, observation) -> {};

  /**
   * Prepares a check that ends at the first failure.
   *
   * @param judge the variant that judges
   */
  public SceneCheck(SceneSuite part, Semantics judge) {
    this.part = part;
    this.course = Course.cover(part);
    this.automaton = new Automaton(judge, part.graph().scene().threads());
    vocabulary.nameHandles(part.graph().scene().setup());
  }

  /** The scene of that name, with what can be made on a target that has not all the calls. */
  public static Scene scene(SpecModule module, String name, Support support) {
    return new Scene(
        module,
        name,
        stimulus -> stimulus.isExpire() ? support.expire() : support.canMake(stimulus.call()));
  }

  /** What the names and numbers in what is observed mean. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Makes these walks, and not only those that cover the graph. */
  public void make(Course other) {
    course = other;
  }

  /** Goes on after a failure, until there are so many. */
  public void goOn(int mostFailures) {
    this.mostFailures = mostFailures;
  }

  /** Shows each step of the walks to a listener. */
  public void show(Session.Listener listener) {
    this.listener = listener;
  }

  /**
   * Replays the walks, in their own order or, where the seed is not 0, in one drawn from it.
   *
   * @param progress is told the number of steps made so far
   */
  public SceneResult run(Target target, long seed, LongConsumer progress) {
    Session session = new Session(target, new Judge(automaton, vocabulary), vocabulary, listener);
    Replay replay = new Replay(part, course, session, vocabulary, mostFailures, progress);
    long start = System.nanoTime();
    List<Replay.Found> found = replay.run(order(seed));
    long nanos = System.nanoTime() - start;
    return new SceneResult(
        SceneSize.of(part),
        replay.steps(),
        replay.firstSteps(),
        course.killed(),
        course.guarantee(),
        nanos,
        replay.walksLeft(),
        rejections(target, replay, found));
  }

  private List<Round> order(long seed) {
    return seed == 0 ? course.rounds() : course.rounds().stream().map(r -> drawn(r, seed)).toList();
  }

  private static Round drawn(Round round, long seed) {
    List<int[]> walks = new ArrayList<>(round.walks());
    Collections.shuffle(walks, new Random(seed));
    return new Round(round.dressing(), walks);
  }

  private List<FailureGroup> rejections(Target target, Replay replay, List<Replay.Found> found) {
    Map<String, List<Replay.Found>> alike = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparing(Replay.Found::later))
        .forEach(
            f -> alike.computeIfAbsent(f.failure().signature(), s -> new ArrayList<>()).add(f));
    List<FailureGroup> rejections = new ArrayList<>();
    for (List<Replay.Found> group : alike.values()) {
      Replay.Found first = group.get(0);
      Failure reproduction = reproduce(target, replay, first);
      boolean isConsequence = first.later() && reproduction == null;
      rejections.add(new FailureGroup(first.failure(), reproduction, group.size(), isConsequence));
    }
    return rejections;
  }

  /**
   * A short script that fails as well. After an earlier failure in the same walk, only one that
   * fails in the same way, from a fresh kernel, shows that this is a failure of its own.
   */
  private Failure reproduce(Target target, Replay replay, Replay.Found found) {
    target.abandon();
    Reproduction reproduction = new Reproduction(target, automaton, vocabulary);
    if (found.later()) {
      Failure own = reproduction.shortest(List.of(replay.direct(found)));
      boolean same = own != null && own.signature().equals(found.failure().signature());
      return same ? own : null;
    }
    List<Line> walk = found.failure().lines();
    Failure shortest = reproduction.shortest(List.of(replay.direct(found), walk));
    return shortest != null
        ? shortest
        : reproduction.shortest(List.of(replay.evidence().before(walk)));
  }
}
