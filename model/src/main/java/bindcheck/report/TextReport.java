package bindcheck.report;

import bindcheck.check.Failure;
import bindcheck.explain.Expectation;
import bindcheck.explain.Explained;
import bindcheck.explain.Grade;
import bindcheck.explain.Report;
import bindcheck.oracle.Allowed;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A report for a console. */
public final class TextReport {
  /** Of a line, where nobody says otherwise. */
  private static final int WIDTH = 80;

  private static final int MOST_SHOWN = 6;

  private final PrintWriter out;
  private final int width;
  private final UnaryOperator<String> glossary;

  /**
   * Prepares to print.
   *
   * @param glossary gives an id with its meaning, one line
   */
  public TextReport(PrintWriter out, UnaryOperator<String> glossary) {
    this(out, WIDTH, glossary);
  }

  /**
   * Prepares to print.
   *
   * @param width where lists of ids are broken
   * @param glossary gives an id with its meaning, one line
   */
  public TextReport(PrintWriter out, int width, UnaryOperator<String> glossary) {
    this.out = out;
    this.width = width;
    this.glossary = glossary;
  }

  /** Prints grades, failures and verdict. */
  public void print(Report report) {
    skipped(report);
    coverage(report);
    grades(report);
    out.printf("blocking      %s%n", blocking(report.isExact()));
    List<Explained> own = report.ownFailures();
    for (int i = 0; i < own.size(); i++) {
      failure(own.get(i), own.size() == 1 ? "" : " " + (i + 1) + " of " + own.size());
    }
    if (report.consequences() > 0) {
      out.printf(
          "and %d more steps went wrong in walks in which an earlier one had%n%n",
          report.consequences());
    }
    report.ending().ifPresent(how -> out.printf("the target    %s%n", how));
    report.expectation().ifPresent(expectation -> expected(report, expectation));
    String expected = report.isAsExpected() ? ", as expected" : "";
    out.printf("verdict       %s%s%s%n", report.verdict(), partial(report), expected);
    out.flush();
  }

  /** What a PASS does not say where the target has not everything, or not all was asked for. */
  private static String partial(Report report) {
    return report.isPartial()
        ? " (partial: %d of %d requirements)"
            .formatted(report.exercised(), report.requirements().size())
        : "";
  }

  /** How it is known that calls were blocked. */
  public static String blocking(boolean isExact) {
    return isExact ? "observed exactly" : "taken for granted after a settle time";
  }

  private void skipped(Report report) {
    if (!report.missing().isEmpty()) {
      out.printf(
          "skipped       %d edges: the target has no %s%n",
          report.allLeftOut(), String.join(", ", report.missing()));
      report.withoutRelease().forEach(line -> out.printf("              of these %s%n", line));
    }
    if (!report.isAnythingTried()) {
      out.printf("              nothing could be tried%n");
    }
  }

  /** Which requirements are missing matters where nothing ended the check early. */
  private void coverage(Report report) {
    boolean ended = !report.failures().isEmpty();
    out.printf(
        "requirements  %d of %d exercised%s%n",
        report.exercised(),
        report.requirements().size(),
        ended ? ", as far as the check went" : "");
    String missing =
        report.requirements().stream()
            .filter(requirement -> requirement.tally().grade() == Grade.NOT_EXERCISED)
            .map(Report.Requirement::id)
            .collect(Collectors.joining(" "));
    boolean isWhole = report.subject().isWhole();
    if (!missing.isEmpty() && !ended && isWhole) {
      out.print(Wrapped.of("              not: ", missing, width));
    }
  }

  private void grades(Report report) {
    if (report.agreements().isEmpty()) {
      return;
    }
    String steps =
        Arrays.stream(Grade.values())
            .filter(grade -> report.sum().of(grade) > 0)
            .map(grade -> report.sum().of(grade) + " " + grade.text())
            .collect(Collectors.joining(", "));
    out.printf("grades        %s%n", steps.isEmpty() ? "no steps" : steps);
    String kernels =
        report.agreements().entrySet().stream()
            .map(kernel -> kernel.getKey() + " " + percent(kernel.getValue(), report.sum().all()))
            .collect(Collectors.joining(", "));
    out.printf("as kernels do %s%n", kernels);
  }

  private static String percent(long some, long all) {
    return all == 0 ? "-" : String.format("%.1f %%", Math.floor(1000.0 * some / all) / 10);
  }

  private void failure(Explained failure, String which) {
    out.printf("%n%s%s in scene %s", failure.verdict(), which, failure.scene());
    out.printf("%s%n", times(failure.count()));
    why(failure);
    script(failure);
  }

  /** Prints what is wrong with a script that the user has, and its chart. */
  public void print(Explained failure) {
    out.printf("%n%s in %s%n", failure.verdict(), failure.scene());
    why(failure);
    if (!failure.shown().lines().isEmpty()) {
      chart(failure.shown());
    }
  }

  private void why(Explained failure) {
    Failure shown = failure.shown();
    out.printf(
        "  call        %s%n",
        failure.event().map(Object::toString).orElse("none: a fresh kernel cannot be made"));
    String seen = shown.isObserved() ? "observed    " : "the target  ";
    out.printf("  %s%s%n", seen, failure.observed());
    allowed(failure.allowed());
    out.println();
    meanings("broken", failure.broken());
    if (!failure.guard().isEmpty()) {
      out.print(Wrapped.of("  guard       ", failure.guard(), width));
    }
    failure.cause().ifPresent(cause -> out.printf("  cause       %s%n", cause.text()));
    if (!failure.kernels().isEmpty()) {
      out.printf(
          "  quirk       %s would have done so, but the document forbids it%n",
          String.join(", ", failure.kernels()));
    }
    if (!failure.timing().text().isEmpty()) {
      out.print(Wrapped.of("  timing      ", failure.timing().text(), width));
    }
    also(failure);
  }

  /** What may well be the same fault: it is named, so that nothing is hidden by it. */
  private void also(Explained failure) {
    String left = "also";
    List<Explained.Other> others = failure.also();
    for (Explained.Other other : others.subList(0, Math.min(others.size(), MOST_SHOWN))) {
      Failure shown = other.shown();
      out.printf(
          "  %-11s in scene %s, %s: %s, by a script of %s%n",
          left,
          other.scene(),
          shown.last().map(Object::toString).orElse("a fresh kernel"),
          shown.observed(),
          calls(shown.lines().size()));
      left = "";
    }
    if (others.size() > MOST_SHOWN) {
      out.printf("              and %d more%n", others.size() - MOST_SHOWN);
    }
  }

  private static String times(int count) {
    return count == 1 ? "" : ", " + count + " steps alike";
  }

  private void allowed(List<Allowed> allowed) {
    for (Allowed one : allowed.subList(0, Math.min(allowed.size(), MOST_SHOWN))) {
      out.printf("  allowed     %s%n", one.observation());
      out.print(Wrapped.of("                ", String.join(" ", one.by()), width));
    }
    if (allowed.size() > MOST_SHOWN) {
      out.printf("              and %d more; `explain` lists them%n", allowed.size() - MOST_SHOWN);
    }
  }

  private void meanings(String title, Set<String> ids) {
    String left = title;
    for (String id : new TreeSet<>(ids)) {
      out.printf("  %-11s %s%n", left, glossary.apply(id));
      left = "";
    }
  }

  private void script(Explained failure) {
    Failure shown = failure.shown();
    if (shown.lines().isEmpty()) {
      out.println();
      return;
    }
    int calls = shown.lines().size();
    int walk = failure.prefix().lines().size();
    out.printf(
        "%n  %s%n",
        calls < walk
            ? "a script of %s that fails at its last line (the walk failed at its line %d):"
                .formatted(calls(calls), walk)
            : "no shorter script fails; the walk, of %s:".formatted(calls(calls)));
    shown.lines().forEach(line -> out.printf("    %s%n", line));
    chart(shown);
  }

  private void chart(Failure shown) {
    out.println();
    TextChart.of(shown).forEach(line -> out.printf("  %s%n", line));
    out.println();
  }

  private static String calls(int number) {
    return number == 1 ? "1 call" : number + " calls";
  }

  private void expected(Report report, Expectation expectation) {
    if (expectation.isMet(report)) {
      out.printf(
          "expected      exactly the %d failures of %s%n",
          expectation.listed().size(), expectation.file());
      return;
    }
    out.printf("expected      not what %s lists:%n", expectation.file());
    expectation.unexpected(report).forEach(id -> out.printf("              %s fails%n", id));
    expectation
        .passing(report)
        .forEach(id -> out.printf("              %s is listed, but does not fail%n", id));
  }
}
