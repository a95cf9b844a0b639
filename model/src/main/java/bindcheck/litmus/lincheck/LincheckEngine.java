package bindcheck.litmus.lincheck;

import bindcheck.call.Verdict;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Interleavings of the bytecode, as Lincheck chooses them: first those with few switches between
 * threads, then those with more, up to a budget. It runs in a Java machine of its own, for it
 * changes the classes of the machine that it is in.
 *
 * <p>It meets outcomes and does not say that there are no others. What it gets wrong: {@code
 * notify} wakes all, a wait never ends without a reason, a wait with a time-out returns at once and
 * keeps the lock, and assertions are off, for {@code Thread.holdsLock} does not see its locks. On a
 * JDK later than 17 it misses races in silence, so that it is not used there.
 */
public final class LincheckEngine implements Engine {
  /** The name of this engine. */
  public static final String NAME = "lincheck";

  /** Which Lincheck it is. */
  public static final String VERSION = "3.7";

  /** How many schedules of a program there may be, unless a user asks for more. */
  public static final int SCHEDULES = 500;

  /** The Java with which it works. */
  static final int JDK = 17;

  private final LincheckProcess process;
  private final int mostThreads;
  private final int jdk;

  /**
   * Starts nothing yet.
   *
   * @param target a {@code java:} target
   * @param classPath folders and archives in which classes are looked for before those of this
   *     program
   * @param mostThreads programs with more threads are skipped
   * @param schedules how many schedules of a program there may be
   */
  public LincheckEngine(String target, List<Path> classPath, int mostThreads, int schedules) {
    this(
        new LincheckProcess(target, classPath, schedules),
        mostThreads,
        Runtime.version().feature());
  }

  LincheckEngine(LincheckProcess process, int mostThreads, int jdk) {
    this.process = process;
    this.mostThreads = mostThreads;
    this.jdk = jdk;
  }

  @Override
  public Findings run(Program program) {
    if (jdk != JDK) {
      return Findings.skipped(program, "Lincheck needs a JDK " + JDK + ", this is " + jdk);
    }
    if (program.threads().size() > mostThreads) {
      return Findings.skipped(program, "more than " + mostThreads + " threads");
    }
    return ask(program, Optional.empty());
  }

  /** What came of it; a machine in which something went wrong is not used again. */
  private Findings ask(Program program, Optional<Outcome> outcome) {
    Optional<Findings> found = process.ask(program, outcome);
    if (found.isEmpty()) {
      return Findings.of(program, false, Map.of(), Map.of())
          .ended(Verdict.INCONCLUSIVE, process.end());
    }
    if (found.get().verdict() == Verdict.INCONCLUSIVE) {
      process.close();
    }
    return found.get();
  }

  /**
   * Runs the same schedules again, up to the first that ends in an outcome that was found: FAIL,
   * with the interleaving as the reason.
   */
  public Findings until(Program program, Outcome outcome) {
    return ask(program, Optional.of(outcome));
  }

  @Override
  public Optional<String> interleaving(Program program, Outcome outcome) {
    return Optional.of(until(program, outcome))
        .filter(found -> found.verdict() == Verdict.FAIL)
        .map(found -> found.reason().lines().skip(1).collect(Collectors.joining("\n")));
  }

  @Override
  public void close() {
    process.close();
  }
}
