package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.check.Failure;
import bindcheck.check.ScriptCheck;
import bindcheck.explain.Explainer;
import bindcheck.oracle.Explanation;
import bindcheck.report.TextReport;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck rerun}. */
@Command(
    name = "rerun",
    description = {
      "Plays scripts on a target, each from a fresh kernel, and judges every line:",
      "the quick answer whether a failure is mended."
    })
final class RerunCommand extends Subcommand {
  @Parameters(
      paramLabel = "SCRIPT",
      arity = "1..*",
      description = "files of calls, one a line, as check --save-scripts writes them")
  private List<Path> files;

  @Mixin private TargetOption target;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "the variant that judges (default: ${DEFAULT-VALUE})")
  private String variant;

  @Override
  public Integer call() {
    Map<Path, Script> scripts = new LinkedHashMap<>();
    files.forEach(file -> scripts.put(file, Script.read(file)));
    SpecModule module = evaluation();
    Semantics judge = semantics(module, variant);
    // A line that nobody could make is found before anything is asked of the target.
    scripts.forEach((file, script) -> Explanation.of(file.toString(), script, judge));
    PrintWriter out = out();
    out.printf("target        %s%n", target.name());
    out.printf("judge         %s%n", variant);
    Explainer explainer = new Explainer(module, judge, Semantics.kernels(module));
    TextReport report = new TextReport(out, width(), new Glossary(module)::entry);
    List<Verdict> verdicts = new ArrayList<>();
    try (Target opened = target.open()) {
      ScriptCheck check = new ScriptCheck(opened, judge);
      scripts.forEach(
          (file, script) -> {
            ScriptCheck.Result result = check.run(script);
            verdicts.add(result.verdict());
            result
                .failure()
                .ifPresentOrElse(
                    failure ->
                        report.print(
                            explainer.explain(
                                at(file, failure), result.vocabulary(), failure, result.timing())),
                    () -> print(file, script, result));
            out.flush();
          });
      out.printf("blocking      %s%n", TextReport.blocking(opened.isExact()));
    }
    Verdict verdict = Verdict.of(verdicts);
    out.printf("verdict       %s%s%n", verdict, count(verdicts));
    out.flush();
    return verdict.exitCode();
  }

  private static String at(Path file, Failure failure) {
    return file + failure.last().map(Line::number).map(number -> ":" + number).orElse("");
  }

  private void print(Path file, Script script, ScriptCheck.Result result) {
    String said =
        result.open().isEmpty() ? script.lines().size() + " lines, all allowed" : result.open();
    out().printf("%n%s in %s: %s%n", result.verdict(), file, said);
  }

  /** How many failed, where there are several. */
  private static String count(List<Verdict> verdicts) {
    long failed = verdicts.stream().filter(Verdict.FAIL::equals).count();
    boolean says = verdicts.size() > 1 && failed > 0;
    return says ? ": " + failed + " of " + verdicts.size() + " scripts fail" : "";
  }
}
