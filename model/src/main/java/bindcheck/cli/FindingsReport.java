package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.findings.Demonstration;
import bindcheck.findings.Finding;
import bindcheck.findings.Followed;
import bindcheck.findings.Observed;
import bindcheck.findings.Proposal;
import bindcheck.findings.Reading;
import bindcheck.litmus.Program;
import bindcheck.report.TextReport;
import bindcheck.report.Wrapped;
import java.io.PrintWriter;
import java.util.List;

/** What {@code bindcheck findings} prints. */
final class FindingsReport {
  private static final int TITLE = 12;
  private static final int KIND = 14;
  private static final String MARGIN = "  ";
  private static final String SETUP = "set-up:";

  private final PrintWriter out;
  private final int width;

  FindingsReport(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  /** A finding in one line. */
  void line(Finding finding) {
    out.printf("%s  %-" + KIND + "s %s%n", finding.id(), finding.kind(), finding.title());
  }

  /** All of a finding. */
  void whole(Finding finding) {
    out.printf("%s  %s%n", finding.id(), finding.title());
    row("kind", finding.kind().toString());
    paragraphs("document", finding.document());
    for (Reading reading : finding.readings()) {
      row("reading", reading.name() + ": " + reading.text());
    }
    if (finding.demonstration() instanceof Demonstration.Race race) {
      program(race.program());
    } else if (finding.demonstration() instanceof Demonstration.Calls calls) {
      script(calls);
    }
    String place = "";
    for (Observed observed : finding.observed()) {
      if (!observed.place().equals(place)) {
        place = observed.place();
        row("observed", place);
      }
      out.print(Wrapped.of(MARGIN + MARGIN, observed.text(), width));
      out.print(Wrapped.of(MARGIN.repeat(3), String.join(", ", observed.by()), width));
    }
    paragraphs("cost", finding.cost());
    for (Proposal proposal : finding.proposals()) {
      row("proposal", proposal.sentence());
      row("", "changes " + String.join(", ", proposal.ids()));
    }
    out.println();
  }

  private void script(Demonstration.Calls calls) {
    out.printf("%sscript%n", MARGIN);
    int number = 0;
    for (String line : calls.written().lines().toList()) {
      out.printf("%5d  %s%n", ++number, line);
    }
  }

  private void program(Program program) {
    row("program", program.name() + ": " + program.title());
    String calls = program.written().substring(program.written().indexOf(SETUP)).strip();
    out.printf("%n%s%n%n", calls.indent(2 * MARGIN.length()).stripTrailing());
  }

  private void paragraphs(String title, String text) {
    String head = title;
    for (String paragraph : text.lines().toList()) {
      row(head, paragraph);
      head = "";
    }
  }

  private void row(String title, String text) {
    out.print(Wrapped.of(MARGIN + title + " ".repeat(TITLE - title.length()), text, width));
  }

  void begin(String target, String judge) {
    out.printf("target        %s%n", target);
    out.printf("judge         %s%n", judge);
    out.flush();
  }

  /** Which variants and readings a target follows. */
  void followed(Followed followed) {
    out.printf("%s: %s  %s%n", followed.finding().id(), as(followed), followed.finding().title());
    if (!followed.readings().isEmpty()) {
      detail("reading", String.join(", ", followed.readings()));
    }
    if (followed.seen().size() == 1) {
      detail("observed", followed.seen().get(0));
    } else if (!followed.seen().isEmpty()) {
      detail("observed", followed.seen().size() + " outcomes");
    }
    if (!followed.reason().isEmpty()) {
      detail(followed.verdict().toString(), followed.reason());
    }
    out.flush();
  }

  private static String as(Followed followed) {
    if (followed.asEveryVariant()) {
      return "as every variant";
    }
    if (!followed.variants().isEmpty()) {
      return "as " + String.join(", ", followed.variants());
    }
    return followed.verdict() == Verdict.FAIL || !followed.seen().isEmpty()
        ? "as no variant"
        : "not observed";
  }

  private void detail(String title, String text) {
    out.print(Wrapped.of("      %-13s ".formatted(title), text, width));
  }

  void end(List<Followed> all, Verdict verdict, boolean isExact) {
    long passed = all.stream().filter(one -> one.verdict() == Verdict.PASS).count();
    out.printf("blocking      %s%n", TextReport.blocking(isExact));
    out.printf("verdict       %s: %d of %d findings%n", verdict, passed, all.size());
    out.flush();
  }
}
