package bindcheck.cli;

import bindcheck.check.Verdict;
import bindcheck.judge.Allowed;
import bindcheck.judge.HistoryJudge;
import bindcheck.judge.Rejection;
import bindcheck.judge.SectionJudge;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;

/** What {@code bindcheck judge} prints. */
final class JudgeReport {
  /** The header is line 1, and event 0 comes after it. */
  private static final int LINES_BEFORE = 2;

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

  void verdict(String file, String variant, SectionJudge judge) {
    out.printf("%-13s %s", variant, judge.verdict());
    if (judge.verdict() == Verdict.INCONCLUSIVE) {
      out.printf(": %s", judge.reason());
    }
    out.println();
    judge
        .rejection()
        .ifPresent(
            rejection -> {
              out.printf("  %s:%d%n", file, rejection.event() + LINES_BEFORE);
              explain(rejection);
            });
    out.flush();
  }

  /** What was rejected, and why. */
  void explain(Rejection rejection) {
    out.printf("  observed    %s%n", rejection.observed());
    if (rejection.allowed().isEmpty()) {
      out.printf("  allowed     nothing in its place; a call before it is not explained%n");
    }
    Set<String> ids = new TreeSet<>();
    for (Allowed allowed : rejection.allowed()) {
      out.printf("  allowed     %s%n", allowed.observation());
      out.printf("                %s%n", String.join(" ", allowed.by()));
      ids.addAll(allowed.by());
    }
    ids.forEach(id -> out.printf("    %s%n", glossary.entry(id)));
    out.printf("  a part of the history that is a contradiction by itself:%n");
    rejection.steps().forEach(step -> out.printf("    %s%n", step));
  }

  void end() {
    out.flush();
  }
}
