package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.spec.tlc.Model;
import bindcheck.spec.tlc.ModelResult;
import bindcheck.spec.tlc.ModelRun;
import java.io.PrintWriter;
import java.util.List;

/** What {@code bindcheck model} prints: a row for each model. */
final class ModelReport {
  private final PrintWriter out;
  private final String format;
  private final int models;
  private final boolean tracing;
  private int failures;
  private int refuted;

  /**
   * Prints.
   *
   * @param tracing whether to show each counterexample, or only those that nobody expects
   */
  ModelReport(PrintWriter out, List<Model> models, boolean tracing) {
    this.tracing = tracing;
    this.out = out;
    this.models = models.size();
    int name = models.stream().mapToInt(model -> model.name().length()).max().orElse(0);
    this.format = "%-" + name + "s  %-10s  %-12s %9s %10s %6s  %s%n";
  }

  void begin() {
    out.printf(format, "model", "mode", "variant", "distinct", "generated", "depth", "result");
    out.flush();
  }

  void row(Model model, ModelRun run) {
    ModelResult seen = run.result();
    boolean same = seen.meets(model.expected());
    out.printf(
        format,
        model.name(),
        model.mode(),
        model.variant(),
        figure(seen, seen.distinct()),
        figure(seen, seen.generated()),
        seen.depth() == 0 ? "" : figure(seen, seen.depth()),
        seen.outcome() + (same && !seen.holds() ? ", as it is meant to" : ""));
    if (!same) {
      failures++;
      out.printf("  expected %s%n  seen     %s%n", model.expected(), seen);
    } else if (!seen.holds()) {
      refuted++;
    }
    if (!run.counterexample().isEmpty() && (tracing || !same)) {
      out.printf("%n%s%n%n", run.counterexample());
    }
    out.flush();
  }

  private static String figure(ModelResult seen, long figure) {
    return seen.holds() ? Long.toString(figure) : "";
  }

  /**
   * Sums up.
   *
   * @param notRun how many models were left out because they take long
   */
  Verdict end(int notRun) {
    int hold = models - failures - refuted;
    out.printf("%n%d hold, %d fail as they are meant to", hold, refuted);
    if (failures > 0) {
      out.printf(", %d are not as expected", failures);
    }
    if (notRun > 0) {
      out.printf("; not run, since it takes long (--all runs it): %d", notRun);
    }
    out.println();
    Verdict verdict = failures == 0 ? Verdict.PASS : Verdict.FAIL;
    out.printf("verdict  %s%n", verdict);
    out.flush();
    return verdict;
  }
}
