package bindcheck.zoo;

import bindcheck.call.Verdict;
import bindcheck.file.ScratchFolder;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Grading;
import bindcheck.litmus.Program;
import bindcheck.litmus.lincheck.LincheckEngine;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** What {@code litmus} comes to, with one of its engines. */
public final class LitmusAttempts implements Command {
  /** Some races need more than the usual number: they are met after some 1 700 of a program. */
  private static final int SCHEDULES = 2_000;

  private final String engine;
  private final Grading grading;
  private final BiFunction<Specimen, Path, Engine> opening;

  private LitmusAttempts(
      String engine, Grading grading, BiFunction<Specimen, Path, Engine> opening) {
    this.engine = engine;
    this.grading = grading;
    this.opening = opening;
  }

  /** With many runs of each program. */
  public static LitmusAttempts stress(Grading grading) {
    return new LitmusAttempts(
        StressEngine.NAME,
        grading,
        (specimen, classes) -> new StressEngine(specimen.open(), StressEngine.RUNS));
  }

  /** With many interleavings of each program: of what has a source that was changed. */
  public static LitmusAttempts lincheck(Grading grading) {
    String engine = LincheckEngine.NAME + " --schedules " + SCHEDULES;
    return new LitmusAttempts(engine, grading, LitmusAttempts::lincheck);
  }

  private static Engine lincheck(Specimen specimen, Path classes) {
    try {
      new ChangedReference(specimen.change().orElseThrow()).writeTo(classes);
      return new LincheckEngine(Targets.DEFAULT, List.of(classes), Engine.FEW_THREADS, SCHEDULES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "litmus --engine " + engine;
  }

  @Override
  public boolean isFit(Specimen specimen) {
    return engine.equals(StressEngine.NAME) || specimen.change().isPresent();
  }

  @Override
  public Attempt on(Specimen specimen) {
    try (ScratchFolder classes = new ScratchFolder()) {
      Engine opened = opening.apply(specimen, classes.path());
      return Closing.after(attempt(opened), opened::close);
    }
  }

  private Attempt attempt(Engine opened) {
    long runs = 0;
    for (Program program : Catalogue.all()) {
      Findings found = opened.run(program);
      runs += found.figures().values().stream().mapToLong(Long::longValue).max().orElse(0);
      if (grading.verdict(program, found) == Verdict.FAIL) {
        return new Attempt(name(), program.name(), Verdict.FAIL, runs, calls(program));
      }
    }
    return new Attempt(name(), Verdict.PASS, runs, 0);
  }

  private static int calls(Program program) {
    return program.setup().size() + program.threads().values().stream().mapToInt(List::size).sum();
  }
}
