package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.explain.Coverage;
import bindcheck.explain.Expectation;
import bindcheck.explain.Explained;
import bindcheck.explain.Explainer;
import bindcheck.explain.Grader;
import bindcheck.explain.Report;
import bindcheck.report.TextReport;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.suite.SceneSuite;
import bindcheck.target.TargetException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code bindcheck check} tells: a line a scene as it goes, then the report. */
final class CheckReport {
  private static final String ROW = "%-10s %7s %8s  %-16s %7s %8s %11s %8s %9s%n";
  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final PrintWriter more;
  private final int width;
  private final SpecModule module;
  private final Glossary glossary;
  private final ReportOptions options;
  private final Optional<Expectation> expectation;
  private final Coverage coverage;
  private final Grader grader;
  private final Explainer explainer;
  private final List<SceneResult> results = new ArrayList<>();
  private final List<Explained> failures = new ArrayList<>();
  private final FoundSoFar soFar;
  private Report.Subject subject;

  /**
   * Prepares to tell.
   *
   * @param soFar is told what is found
   */
  CheckReport(
      Console console,
      SpecModule module,
      Semantics judge,
      ReportOptions options,
      FoundSoFar soFar) {
    this.out = console.out();
    this.more = console.more();
    this.width = console.width();
    this.soFar = soFar;
    this.module = module;
    this.glossary = new Glossary(module);
    this.options = options;
    this.expectation = options.expectation(glossary);
    this.coverage = options.coverage(glossary);
    SortedMap<String, Semantics> kernels = Semantics.kernels(module);
    this.grader = new Grader(glossary, options.isGraded() ? kernels : new TreeMap<>());
    this.explainer = new Explainer(module, judge, kernels);
  }

  /**
   * Says what is checked.
   *
   * @param outlook how long that may take, where it is worth saying
   */
  void begin(Report.Subject subject, Optional<String> outlook) {
    this.subject = subject;
    more.printf("target   %s%n", subject.target());
    more.printf("judge    %s%n", subject.judge());
    more.printf(
        "suite    %s of %s, %s%n%n",
        subject.walked(),
        subject.covered(),
        subject.seed() == 0
            ? "walks in their own order"
            : "walks in the order of seed " + subject.seed());
    outlook.ifPresent(time -> more.printf("time     %s%n%n", time));
    more.printf(
        ROW,
        "scene",
        "nodes",
        "edges",
        "graph",
        "walks",
        "steps",
        "lower bound",
        "further",
        "calls/s");
    more.flush();
  }

  /** Sees to it that the steps of a scene are graded. */
  void lookOn(SceneCheck check, SceneSuite part) {
    check.goOn(options.mostFailures());
    check.tell(soFar::add);
    check.groupBy(shown -> explainer.alike(shown, check.vocabulary()));
    check.show(grader.in(part.graph().scene(), check.vocabulary()));
  }

  void scene(SceneCheck check, SceneSuite part, SceneResult result) {
    results.add(result);
    more.printf(
        ROW,
        result.size().name(),
        result.size().nodes(),
        result.size().edges(),
        result.size().hash(),
        result.size().walks(),
        result.coverSteps(),
        result.size().lowerBound(),
        result.steps() - result.coverSteps(),
        Math.round(result.steps() * NANOS / result.nanos()));
    more.printf(
        "           output faults killed: %d of %d%s%n",
        result.outputsKilled(),
        result.size().edges(),
        result.killed().map(k -> "; transfer faults killed: " + k.text()).orElse(""));
    if (result.verdict() == Verdict.PASS && result.walksLeft() == 0) {
      result.guarantee().ifPresent(g -> more.printf("           %s%n", g));
    }
    if (result.walksLeft() > 0) {
      more.printf(
          "           %d times the target did what is allowed, but not what %s does;%n"
              + "           the walks went on, from a fresh kernel where they had to%n",
          result.walksLeft(), subject.covered());
      Variant walked = part.graph().automaton().semantics().variant();
      check.departure().ifPresent(new DepartureReport(more, glossary, walked)::print);
    }
    if (result.failingSteps() >= options.mostFailures() && options.mostFailures() > 1) {
      more.printf(
          "           it ends at %,d failing steps; there may be more%n", options.mostFailures());
    }
    more.flush();
    List<Explained> explained = explainer.explain(part, check.vocabulary(), result.rejections());
    failures.addAll(explained);
    soFar.end(explained);
  }

  /** Says how many walks of a scene are made, where these are not all. */
  void only(int some, int all) {
    if (some < all) {
      more.printf("           %d of %d walks, those asked for%n", some, all);
    }
  }

  /** Says which scenes are not tried, and why. */
  void skip(List<String> scenes) {
    if (!scenes.isEmpty()) {
      SceneResult last = results.get(results.size() - 1);
      boolean isFailure =
          last.rejections().stream().anyMatch(group -> group.failure().isObserved());
      more.printf(
          "not tried: %s, since %s%n",
          String.join(" ", scenes),
          isFailure ? "a step failed (--continue goes on)" : "the target can no longer be asked");
    }
  }

  /** Whether a further scene would tell nothing more, or was not asked for. */
  boolean isOver() {
    return !results.isEmpty() && results.get(results.size() - 1).isLast(options.mostFailures());
  }

  /**
   * Prints and writes the report, and gives the exit code.
   *
   * @param missing what the target has not
   * @param ending what went wrong when the target was ended
   */
  int end(List<String> missing, boolean isExact, Optional<TargetException> ending) {
    Report report =
        Report.of(
            glossary,
            subject,
            isExact,
            missing,
            results,
            grader,
            failures,
            expectation,
            ending.map(TargetException::getMessage));
    out.println();
    new TextReport(out, width, glossary::entry).print(report);
    options.write(report, module).forEach(script -> out.printf("script        %s%n", script));
    Optional<String> unmet = coverage.unmet(report);
    unmet.ifPresent(what -> out.printf("required      not exercised: %s%n", what));
    out.flush();
    return report.exitCode() == 0 && unmet.isPresent()
        ? Verdict.INCONCLUSIVE.exitCode()
        : report.exitCode();
  }
}
