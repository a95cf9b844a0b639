package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Grade;
import bindcheck.explain.Judgement;
import bindcheck.explain.Rejected;
import bindcheck.explain.Report;
import bindcheck.file.WholeFile;
import bindcheck.report.JunitXml.Test;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reports as JUnit XML, as continuous integration reads it: a test a requirement, under the
 * requirement's id, and one test {@code verdict} for the whole.
 */
public final class JunitReport {
  private JunitReport() {}

  /**
   * Writes the report of a check: a test for each requirement, and one that is skipped for each
   * call that the target has not.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, Report report) {
    WholeFile.write(file, out -> out.write(of(report)));
  }

  /**
   * Writes judgements: a suite for each history and variant, in it a test for each requirement that
   * was not met.
   *
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, List<Judgement> judgements) {
    List<JunitXml.Suite> suites = new ArrayList<>();
    for (Judgement judgement : judgements) {
      judgement.verdicts().forEach(judged -> suites.add(suite(judgement, judged)));
    }
    WholeFile.write(file, out -> out.write(JunitXml.of(suites)));
  }

  static String of(Report report) {
    List<Test> tests = new ArrayList<>();
    report.requirements().forEach(requirement -> tests.add(test(report, requirement)));
    report.missing().forEach(call -> tests.add(missing(report, call)));
    Verdict verdict = report.isAsExpected() ? Verdict.PASS : report.verdict();
    tests.add(verdict("bindcheck", verdict, first(report.failures())));
    return JunitXml.of(
        List.of(new JunitXml.Suite("bindcheck " + report.subject().target(), tests)));
  }

  private static Test test(Report report, Report.Requirement requirement) {
    String className = "bindcheck." + requirement.from().replaceFirst(",.*", "");
    Grade grade = requirement.tally().grade();
    boolean listed =
        report.expectation().map(e -> e.listed().contains(requirement.id())).orElse(false);
    StringBuilder text = new StringBuilder(requirement.text()).append('\n');
    report.failures().stream()
        .filter(failure -> failure.breaks(requirement.id()))
        .forEach(failure -> text.append('\n').append(reason(failure, failure.shown().lines())));
    if (listed && grade.isRejected()) {
      return Test.skipped(requirement.id(), className, "fails, as is expected");
    }
    if (listed) {
      return Test.failed(
          requirement.id(),
          className,
          "is expected to fail, but does not",
          "expected",
          text.toString());
    }
    return switch (grade) {
      case NOT_EXERCISED -> Test.skipped(requirement.id(), className, "not exercised");
      case AFTER_A_FAILURE ->
          Test.skipped(requirement.id(), className, "rests on steps after a failure as well");
      case KERNEL_QUIRK, FAIL ->
          Test.failed(
              requirement.id(), className, requirement.text(), grade.text(), text.toString());
      case NON_STRICT -> Test.passed(requirement.id(), className, grade.text());
      case PASS -> Test.passed(requirement.id(), className, "");
    };
  }

  /** What was seen, what is allowed, and how it came to that. */
  private static String reason(Rejected failure, Collection<?> rows) {
    StringBuilder text = new StringBuilder();
    text.append("observed  ").append(failure.observed()).append('\n');
    failure
        .allowed()
        .forEach(one -> text.append("allowed   ").append(one.observation()).append('\n'));
    failure.cause().ifPresent(cause -> text.append(cause.text()).append('\n'));
    rows.forEach(row -> text.append("  ").append(row).append('\n'));
    return text.toString();
  }

  private static String first(List<? extends Rejected> failures) {
    return failures.isEmpty() ? "" : failures.get(0).observed();
  }

  private static Test missing(Report report, String call) {
    String message =
        "the target has no %s; %d edges were skipped in all".formatted(call, report.allLeftOut());
    return Test.skipped(call, "bindcheck.calls", message);
  }

  /**
   * The whole.
   *
   * @param text what was observed, or why nothing was decided
   */
  private static Test verdict(String className, Verdict verdict, String text) {
    return switch (verdict) {
      case PASS -> Test.passed("verdict", className, "");
      case FAIL -> Test.failed("verdict", className, "FAIL", "verdict", text);
      case INCONCLUSIVE, SKIPPED -> Test.undecided("verdict", className, verdict.name(), text);
    };
  }

  private static JunitXml.Suite suite(Judgement judgement, Judgement.VariantVerdict judged) {
    String className = "bindcheck." + judged.variant();
    List<Test> tests = new ArrayList<>();
    judged.failures().stream()
        .filter(failure -> !failure.isConsequence())
        .flatMap(failure -> failure.broken().stream())
        .distinct()
        .sorted()
        .map(id -> notMet(judgement.file(), judged, className, id))
        .forEach(tests::add);
    String text = judged.verdict() == Verdict.FAIL ? first(judged.failures()) : judged.reason();
    tests.add(verdict(className, judged.verdict(), text));
    return new JunitXml.Suite("bindcheck " + judgement.file() + " " + judged.variant(), tests);
  }

  private static Test notMet(
      String file, Judgement.VariantVerdict judged, String className, String id) {
    List<Judgement.Refutation> failures =
        judged.failures().stream().filter(failure -> failure.breaks(id)).toList();
    StringBuilder text = new StringBuilder();
    for (Judgement.Refutation failure : failures) {
      text.append(file).append(':').append(failure.line()).append('\n');
      text.append(reason(failure, TextChart.of(failure.rejection().contradiction())));
    }
    return Test.failed(id, className, first(failures), "fail", text.toString());
  }
}
