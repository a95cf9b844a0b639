package bindcheck.api;

import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Grading;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.lincheck.LincheckEngine;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.spec.Variants;
import bindcheck.target.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs litmus programs on an implementation, and has the document judge how they end. */
public final class Races implements AutoCloseable {
  private final Engine engine;

  private Races(Engine engine) {
    this.engine = engine;
  }

  /**
   * By real threads that are let loose together.
   *
   * @param runs how often each program is run
   * @throws IllegalArgumentException if there is no such target
   */
  public static Races stress(String target, List<Path> classpath, long runs) {
    return new Races(
        new StressEngine(Targets.open(target, classpath, Targets.TIME_OUT, Targets.SETTLE), runs));
  }

  /**
   * By interleavings of the bytecode of a {@code java:} target, which Lincheck chooses; on a JDK 17
   * only.
   *
   * @param schedules how many of each program
   */
  public static Races lincheck(String target, List<Path> classpath, int schedules) {
    return new Races(new LincheckEngine(target, classpath, Engine.FEW_THREADS, schedules));
  }

  /** All packaged programs, in the order of their names. */
  public static List<Program> programs() {
    return Catalogue.all();
  }

  /**
   * The packaged programs of a theme, or the one of that name.
   *
   * @throws IllegalArgumentException if there are none; the message lists the themes
   */
  public static List<Program> programs(String themeOrName) {
    List<Program> all = programs();
    List<Program> chosen = Catalogue.named(themeOrName, all);
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a program or a theme out of "
              + String.join(", ", Catalogue.themes(all))
              + ", found '"
              + themeOrName
              + "'");
    }
    return chosen;
  }

  /** Runs a program. */
  public RaceOutcome run(Program program) {
    return Specification.use(spec -> run(new Grading(spec.allowances(), Variants.DOC), program));
  }

  private RaceOutcome run(Grading grading, Program program) {
    Findings found = engine.run(program);
    List<Outcome> outcomes = grading.forbidden(program, found);
    SortedMap<String, String> forbidden = new TreeMap<>();
    outcomes.forEach(each -> forbidden.put(each.toString(), grading.reason(program, each)));
    SortedMap<String, Long> counts = new TreeMap<>();
    found.outcomes().forEach((outcome, count) -> counts.put(outcome.toString(), count));
    Optional<String> interleaving =
        outcomes.stream().findFirst().flatMap(each -> engine.interleaving(program, each));
    return new RaceOutcome(
        grading.verdict(program, found),
        found.reason(),
        counts,
        forbidden,
        program.written(),
        interleaving.orElse(""));
  }

  /** Ends the threads, and the implementation. */
  @Override
  public void close() {
    engine.close();
  }
}
