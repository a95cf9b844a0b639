package bindcheck.cli;

import bindcheck.check.Failure;
import bindcheck.check.SceneResult;
import bindcheck.check.Verdict;
import bindcheck.judge.Allowed;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Terms;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code bindcheck check} prints. */
final class CheckReport {
  private static final String ROW = "%-10s %7s %8s  %-16s %7s %8s %11s %9s%n";
  private static final double NANOS = 1e9;
  private static final int MOST_SHOWN = 6;

  private final PrintWriter out;
  private final Glossary glossary;

  CheckReport(PrintWriter out, Glossary glossary) {
    this.out = out;
    this.glossary = glossary;
  }

  void begin(String target, String judge, String suite, String covered, long seed) {
    out.printf("target   %s%n", target);
    out.printf("judge    %s%n", judge);
    out.printf(
        "suite    %s of %s, %s%n%n",
        suite,
        covered,
        seed == 0 ? "walks in their own order" : "walks in the order of seed " + seed);
    out.printf(ROW, "scene", "nodes", "edges", "graph", "walks", "steps", "lower bound", "calls/s");
    out.flush();
  }

  void scene(SceneResult result) {
    out.printf(
        ROW,
        result.part().name(),
        result.part().graph().nodes(),
        result.part().graph().edges().size(),
        result.part().graph().hash(),
        result.part().suite().walks().size(),
        result.steps(),
        result.part().suite().lowerBound(),
        Math.round(result.steps() * NANOS / result.nanos()));
    if (result.walksLeft() > 0) {
      out.printf(
          "           %d walks ended early: the target did what is allowed, but not what %s does%n",
          result.walksLeft(), "the covered variant");
    }
    out.flush();
  }

  /**
   * The end of the report.
   *
   * @param missing what the target has not
   */
  Verdict end(SpecModule module, List<SceneResult> results, List<String> missing, boolean exact) {
    Verdict verdict =
        results.stream()
            .map(SceneResult::verdict)
            .filter(other -> other != Verdict.PASS)
            .findFirst()
            .orElse(anyTried(results) ? Verdict.PASS : Verdict.INCONCLUSIVE);
    out.println();
    coverage(module, results, verdict);
    skipped(results, missing);
    out.printf(
        "blocking      %s%n", exact ? "observed exactly" : "taken for granted after a settle time");
    for (SceneResult result : results) {
      if (result.verdict() != Verdict.PASS) {
        failure(result);
      }
    }
    out.printf("verdict       %s%n", verdict);
    out.flush();
    return verdict;
  }

  private static boolean anyTried(List<SceneResult> results) {
    return results.stream().anyMatch(result -> !result.part().graph().edges().isEmpty());
  }

  private void skipped(List<SceneResult> results, List<String> missing) {
    if (!missing.isEmpty()) {
      int stimuli = results.stream().mapToInt(result -> result.part().graph().leftOut()).sum();
      out.printf(
          "skipped       %d edges: the target has no %s%n", stimuli, String.join(", ", missing));
    }
    if (!anyTried(results)) {
      out.printf("              nothing could be tried%n");
    }
  }

  /** Which requirements are missing matters where nothing ended the check early. */
  private void coverage(SpecModule module, List<SceneResult> results, Verdict verdict) {
    Set<String> missing = new TreeSet<>(Terms.fields(module.evaluate("Requirement")).keySet());
    int all = missing.size();
    results.forEach(result -> missing.removeAll(result.covered().keySet()));
    boolean ended = verdict != Verdict.PASS;
    out.printf(
        "requirements  %d of %d exercised%s%n",
        all - missing.size(), all, ended ? ", up to the step that went wrong" : "");
    if (!missing.isEmpty() && !ended) {
      out.printf("              not: %s%n", String.join(" ", missing));
    }
  }

  private void failure(SceneResult result) {
    Failure shown = result.reproduction() != null ? result.reproduction() : result.failure();
    out.printf(
        "%n%s in scene %s, at step %d%n", result.verdict(), result.part().name(), result.steps());
    out.printf(
        "  call        %s%n",
        shown.lines().isEmpty()
            ? "none: a fresh kernel cannot be made"
            : shown.lines().get(shown.lines().size() - 1));
    if (shown.cause() != null) {
      out.printf("  the target  %s%n", shown.cause().getMessage());
    } else {
      out.printf("  observed    %s%n", shown.step().observation());
      allowed(shown.step().allowed());
    }
    script(result, shown);
  }

  /** Each alternative with its ids, then what the ids stand for, each once. */
  private void allowed(List<Allowed> allowed) {
    Set<String> ids = new TreeSet<>();
    for (Allowed one : allowed.subList(0, Math.min(allowed.size(), MOST_SHOWN))) {
      out.printf("  allowed     %s%n", one.observation());
      out.printf("                %s%n", String.join(" ", one.by()));
      ids.addAll(one.by());
    }
    if (allowed.size() > MOST_SHOWN) {
      out.printf("              and %d more; `explain` lists them%n", allowed.size() - MOST_SHOWN);
    }
    out.printf("%n  where%n");
    ids.forEach(id -> out.printf("    %s%n", glossary.entry(id)));
  }

  private void script(SceneResult result, Failure shown) {
    if (shown.lines().isEmpty()) {
      out.println();
      return;
    }
    boolean reproduced = result.reproduction() != null;
    int calls = shown.lines().size();
    out.printf(
        "%n  %s%n",
        reproduced
            ? "a script of " + calls + " calls that fails at its last line:"
            : "no shorter script fails; the walk, of " + calls + " calls:");
    shown.lines().forEach(line -> out.printf("    %s%n", line));
    out.println();
  }
}
