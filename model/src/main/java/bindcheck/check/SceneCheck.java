package bindcheck.check;

import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.suite.Walks;
import bindcheck.target.Support;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Checks a target in one scene: replays its walks, and shrinks what fails. */
public final class SceneCheck {
  private final SceneSuite part;
  private final Automaton automaton;
  private final Vocabulary vocabulary = new Vocabulary();
  private Course course;
  private int mostFailures = 1;
  private Function<Failure, Predicate<Failure>> alike = shown -> other -> true;
  private Optional<Departure> departure = Optional.empty();
  private Consumer<Failure> finding = failure -> {};
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

  /**
   * Puts failures that look the same together only where this holds of the one that is shown and
   * another; else all that look the same.
   */
  public void groupBy(Function<Failure, Predicate<Failure>> alike) {
    this.alike = alike;
  }

  /** Tells of each failure at once, before any is shrunk. */
  public void tell(Consumer<Failure> finding) {
    this.finding = finding;
  }

  /** Shows each step of the walks to a listener. */
  public void show(Session.Listener listener) {
    this.listener = listener;
  }

  /** A step at which the last run left the graph, if it did; the nearest. */
  public Optional<Departure> departure() {
    return departure;
  }

  /**
   * Replays the walks, in their own order or, where the seed is not 0, in one drawn from it.
   *
   * @param progress is told the number of steps made so far
   */
  public SceneResult run(Target target, long seed, LongConsumer progress) {
    Session session = new Session(target, new Judge(automaton, vocabulary), vocabulary, listener);
    Replay replay = new Replay(part, course, session, vocabulary, mostFailures, progress, finding);
    long start = System.nanoTime();
    List<Replay.Found> found = replay.run(order(seed));
    long nanos = System.nanoTime() - start;
    List<FailureGroup> groups =
        new Grouping(target, automaton, vocabulary, replay, alike).of(found);
    departure = replay.departure();
    return new SceneResult(
        SceneSize.of(part),
        replay.steps(),
        replay.firstSteps(),
        course.edges(),
        course.killed().map(FaultsKilled::of),
        course.guarantee(),
        nanos,
        replay.walksLeft(),
        groups);
  }

  private List<Walks> order(long seed) {
    return seed == 0 ? course.rounds() : course.rounds().stream().map(r -> drawn(r, seed)).toList();
  }

  private static Walks drawn(Walks round, long seed) {
    List<int[]> walks = new ArrayList<>(round.walks());
    Collections.shuffle(walks, new Random(seed));
    return new Walks(round.dressing(), walks);
  }
}
