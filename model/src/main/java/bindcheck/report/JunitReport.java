package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Explained;
import bindcheck.explain.Grade;
import bindcheck.explain.Report;
import bindcheck.report.JunitXml.Test;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as JUnit XML, as continuous integration reads it: a test a requirement, under the
 * requirement's id, one that is skipped for each call that the target has not, and one test {@code
 * verdict} for the whole.
 */
public final class JunitReport {
  private JunitReport() {}

  /**
   * Writes a report.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, Report report) {
    JunitXml.write(file, List.of(suite(report)));
  }

  static String of(Report report) {
    return JunitXml.of(List.of(suite(report)));
  }

  private static JunitXml.Suite suite(Report report) {
    List<Test> tests = new ArrayList<>();
    report.requirements().forEach(requirement -> tests.add(test(report, requirement)));
    report.missing().forEach(call -> tests.add(missing(report, call)));
    tests.add(verdict(report));
    return new JunitXml.Suite("bindcheck " + report.subject().target(), tests);
  }

  private static Test test(Report report, Report.Requirement requirement) {
    String className = "bindcheck." + requirement.from().replaceFirst(",.*", "");
    Grade grade = requirement.tally().grade();
    boolean listed =
        report.expectation().map(e -> e.listed().contains(requirement.id())).orElse(false);
    String text = requirement.text() + "\n" + reasons(report, requirement.id());
    if (listed && grade.isRejected()) {
      return Test.skipped(requirement.id(), className, "fails, as is expected");
    }
    if (listed) {
      return Test.failed(
          requirement.id(), className, "is expected to fail, but does not", "expected", text);
    }
    return switch (grade) {
      case NOT_EXERCISED -> Test.skipped(requirement.id(), className, "not exercised");
      case KERNEL_QUIRK, FAIL ->
          Test.failed(requirement.id(), className, requirement.text(), grade.text(), text);
      case NON_STRICT -> Test.passed(requirement.id(), className, grade.text());
      case PASS -> Test.passed(requirement.id(), className, "");
    };
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

  private static Test missing(Report report, String call) {
    String message =
        "the target has no %s; %d edges were skipped in all".formatted(call, report.leftOut());
    return Test.skipped(call, "bindcheck.calls", message);
  }

  private static Test verdict(Report report) {
    boolean met = report.expectation().map(e -> e.isMet(report)).orElse(false);
    if (report.verdict() == Verdict.PASS || met) {
      return Test.passed("verdict", "bindcheck", "");
    }
    String observed = report.failures().stream().map(Explained::observed).findFirst().orElse("");
    return report.verdict() == Verdict.FAIL
        ? Test.failed("verdict", "bindcheck", "FAIL", "verdict", observed)
        : Test.undecided("verdict", "bindcheck", report.verdict().name(), observed);
  }
}
