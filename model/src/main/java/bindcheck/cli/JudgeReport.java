package bindcheck.cli;

import bindcheck.explain.Judgement;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.judge.SectionJudge;
import bindcheck.oracle.Allowed;
import bindcheck.report.TextChart;
import bindcheck.spec.Glossary;
import java.io.PrintWriter;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What {@code bindcheck judge} prints. */
final class JudgeReport {
  /** Of what is allowed in the place of an event; the files have all. */
  private static final int MOST_SHOWN = 4;

  private final PrintWriter out;
  private final Glossary glossary;

  JudgeReport(PrintWriter out, Glossary glossary) {
    this.out = out;
    this.glossary = glossary;
  }

  void begin(String file, HistoryJudge judge) {
    out.printf("history       %s%n", file);
    out.printf("target        %s%n", judge.header().target());
    out.printf("calls         %d, in %d events%n", judge.calls(), judge.events());
    out.flush();
  }

  /** What a variant came to; why is looked for once that is said. */
  void verdict(String variant, SectionJudge judged) {
    out.printf("%-13s %s", variant, judged.verdict());
    out.println(judged.reason().isEmpty() ? "" : ": " + judged.reason());
    out.flush();
  }

  void failures(String file, Judgement.VariantVerdict judged) {
    for (Judgement.Refutation failure : judged.failures()) {
      out.printf("  %s:%d%n", file, failure.line());
      explain(failure);
    }
    out.flush();
  }

  /** What was rejected, and why. */
  void explain(Judgement.Refutation failure) {
    out.printf("  observed    %s%n", failure.observed());
    if (failure.allowed().isEmpty()) {
      out.printf("  allowed     nothing in its place; a call before it is not explained%n");
    }
    Set<String> ids = new TreeSet<>();
    int shown = Math.min(MOST_SHOWN, failure.allowed().size());
    for (Allowed allowed : failure.allowed().subList(0, shown)) {
      out.printf("  allowed     %s%n", allowed.observation());
      if (!allowed.by().isEmpty()) {
        out.printf("                %s%n", String.join(" ", allowed.by()));
      }
      ids.addAll(allowed.by());
    }
    if (shown < failure.allowed().size()) {
      out.printf("              or one of %d more%n", failure.allowed().size() - shown);
    }
    ids.forEach(id -> out.printf("    %s%n", glossary.entry(id)));
    failure.cause().ifPresent(known -> out.printf("  cause       %s%n", known.text()));
    if (failure.isConsequence()) {
      out.printf("  perhaps     a consequence of what went wrong before in this kernel%n");
    }
    SortedMap<String, SortedSet<String>> given = failure.rejection().contradiction().given();
    given.forEach(
        (choice, left) ->
            out.printf(
                "  fixed       %s is %s, by what came before%n",
                choice, String.join(" or ", left)));
    out.printf("  a part of the history that is a contradiction by itself:%n");
    TextChart.of(failure.rejection().contradiction()).forEach(row -> out.printf("    %s%n", row));
    if (failure.count() > 1) {
      out.printf("  and %d more like it%n", failure.count() - 1);
    }
    out.flush();
  }
}
