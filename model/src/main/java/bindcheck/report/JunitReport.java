package bindcheck.report;

import bindcheck.check.Verdict;
import bindcheck.output.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as JUnit XML, as continuous integration reads it: a test a requirement, under the
 * requirement's id, and one test {@code verdict} for the whole.
 */
public final class JunitReport {
  private JunitReport() {}

  /** One test; what is in it is XML, empty for one that passes. */
  private record Case(String name, String className, String outcome, String content) {}

  /**
   * Writes a report.
   *
   * @throws ReportException if the file cannot be written
   */
  public static void write(Path file, Report report) {
    try {
      WholeFile.write(file, out -> out.write(of(report)));
    } catch (IOException e) {
      throw new ReportException(file, 0, "cannot be written: " + e);
    }
  }

  static String of(Report report) {
    List<Case> cases = new ArrayList<>();
    report.requirements().forEach(requirement -> cases.add(test(report, requirement)));
    cases.add(verdict(report));
    String target = Html.escape(report.subject().target());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + ("<testsuites>\n<testsuite name=\"bindcheck %s\" tests=\"%d\" failures=\"%d\""
                + " errors=\"%d\" skipped=\"%d\">\n")
            .formatted(
                target,
                cases.size(),
                count(cases, "failure"),
                count(cases, "error"),
                count(cases, "skipped"))
        + cases.stream().map(JunitReport::xml).collect(Collectors.joining())
        + "</testsuite>\n</testsuites>\n";
  }

  private static long count(List<Case> cases, String outcome) {
    return cases.stream().filter(one -> one.outcome().equals(outcome)).count();
  }

  private static String xml(Case one) {
    return "<testcase name=\"%s\" classname=\"%s\">%s</testcase>\n"
        .formatted(Html.escape(one.name()), Html.escape(one.className()), one.content());
  }

  private static Case test(Report report, Report.Requirement requirement) {
    String className = "bindcheck." + requirement.from().replaceFirst(",.*", "");
    Grade grade = requirement.tally().grade();
    boolean listed =
        report.expectation().map(e -> e.listed().contains(requirement.id())).orElse(false);
    String text = requirement.text() + "\n" + reasons(report, requirement.id());
    if (listed && grade.isRejected()) {
      return skipped(requirement.id(), className, "fails, as is expected");
    }
    if (listed) {
      return failed(
          requirement.id(), className, "is expected to fail, but does not", "expected", text);
    }
    return switch (grade) {
      case NOT_EXERCISED -> skipped(requirement.id(), className, "not exercised");
      case KERNEL_QUIRK, FAIL ->
          failed(requirement.id(), className, requirement.text(), grade.text(), text);
      case NON_STRICT, PASS -> {
        String out = "<system-out>%s</system-out>".formatted(Html.escape(grade.text()));
        yield new Case(requirement.id(), className, "", grade == Grade.PASS ? "" : out);
      }
    };
  }

  private static Case skipped(String name, String className, String message) {
    String content = "<skipped message=\"%s\"/>".formatted(Html.escape(message));
    return new Case(name, className, "skipped", content);
  }

  private static Case failed(
      String name, String className, String message, String type, String text) {
    String content =
        "<failure message=\"%s\" type=\"%s\">%s</failure>"
            .formatted(Html.escape(message), Html.escape(type), Html.escape(text));
    return new Case(name, className, "failure", content);
  }

  /** The failures that break a requirement: what was seen, what is allowed, and the script. */
  private static String reasons(Report report, String id) {
    StringBuilder text = new StringBuilder();
    for (Explained failure : report.failures()) {
      if (failure.broken().contains(id) && !failure.isConsequence()) {
        text.append("\nobserved  ").append(failure.observed()).append('\n');
        failure
            .allowed()
            .forEach(one -> text.append("allowed   ").append(one.observation()).append('\n'));
        failure.cause().ifPresent(cause -> text.append(cause.text()).append('\n'));
        failure.shown().lines().forEach(line -> text.append("  ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private static Case verdict(Report report) {
    boolean met = report.expectation().map(e -> e.isMet(report)).orElse(false);
    if (report.verdict() == Verdict.PASS || met) {
      return new Case("verdict", "bindcheck", "", "");
    }
    String observed = report.failures().stream().map(Explained::observed).findFirst().orElse("");
    String outcome = report.verdict() == Verdict.FAIL ? "failure" : "error";
    String content =
        "<%s message=\"%s\">%s</%s>"
            .formatted(outcome, report.verdict(), Html.escape(observed), outcome);
    return new Case("verdict", "bindcheck", outcome, content);
  }
}
