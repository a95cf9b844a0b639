package bindcheck.junit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.api.RaceOutcome;
import bindcheck.api.Races;
import bindcheck.litmus.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Litmus programs on an implementation, a test each: small concurrent programs, whose every end the
 * document has to allow. A test that fails shows how the program ended, and the program; by
 * Lincheck the interleaving as well.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> hasNoRaces() {
 *   return Litmus.of("java:my.Kernel").theme("bind-wait").tests();
 * }
 * }</pre>
 */
public final class Litmus {
  private static final long RUNS = 2_000;

  private final String target;
  private final List<Path> classpath;
  private final String theme;
  private final BiFunction<String, List<Path>, Races> engine;

  private Litmus(
      String target,
      List<Path> classpath,
      String theme,
      BiFunction<String, List<Path>, Races> engine) {
    this.target = target;
    this.classpath = classpath;
    this.theme = theme;
    this.engine = engine;
  }

  /**
   * Of a target, by the name that the command line knows it by: all programs, 2 000 times each, by
   * threads that are let loose together.
   */
  public static Litmus of(String target) {
    return new Litmus(target, List.of(), "", stress(RUNS));
  }

  /** Of a class that is on the class path of the tests. */
  public static Litmus of(Class<?> kernel) {
    return of("java:" + kernel.getName());
  }

  private static BiFunction<String, List<Path>, Races> stress(long runs) {
    return (target, classpath) -> Races.stress(target, classpath, runs);
  }

  /** The same, where classes of a {@code java:} target are looked for in these places first. */
  public Litmus classpath(List<Path> places) {
    return new Litmus(target, List.copyOf(places), theme, engine);
  }

  /** Only the programs of a theme, as {@code bind-wait}, or the one of that name. */
  public Litmus theme(String themeOrName) {
    return new Litmus(target, classpath, themeOrName, engine);
  }

  /** The same, each program so often. */
  public Litmus runs(long runs) {
    return new Litmus(target, classpath, theme, stress(runs));
  }

  /**
   * The same on the bytecode of a {@code java:} target, under so many interleavings of each program
   * that Lincheck chooses. It needs a JDK 17: on another the tests are skipped.
   */
  public Litmus interleavings(int schedules) {
    return new Litmus(
        target, classpath, theme, (name, places) -> Races.lincheck(name, places, schedules));
  }

  /**
   * The tests; the end of the stream closes the target.
   *
   * @throws IllegalArgumentException if there is no such target, program or theme
   */
  public Stream<DynamicTest> tests() {
    List<Program> programs = theme.isEmpty() ? Races.programs() : Races.programs(theme);
    Races races = engine.apply(target, classpath);
    return programs.stream()
        .map(program -> dynamicTest(program.name(), () -> run(races, program)))
        .onClose(races::close);
  }

  private static void run(Races races, Program program) {
    RaceOutcome outcome = races.run(program);
    String text = outcome.reason().isEmpty() ? program.title() : outcome.reason();
    Outcomes.require(outcome.verdict(), text, List.of(outcome));
  }
}
