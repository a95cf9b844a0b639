package bindcheck.cli;

import bindcheck.file.OutputFolder;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.trace.TraceFolder;
import bindcheck.trace.Traces;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bindcheck traces}. */
@Command(
    name = "traces",
    description = {
      "Writes the walks of a suite, with what is expected and what is allowed at each step:",
      "one file a scene, to be replayed by anyone."
    })
final class TracesCommand extends Subcommand {
  @Option(
      names = "-o",
      paramLabel = "DIR",
      required = true,
      description = "the folder to write to; made where there is none")
  private OutputFolder folder;

  @Option(
      names = "--suite",
      defaultValue = "small",
      description = "small or full (default: ${DEFAULT-VALUE})")
  private String suite;

  @Mixin private SceneOption own;

  @Option(
      names = "--of",
      paramLabel = "VARIANT",
      defaultValue = Variants.REFERENCE,
      description = "the resolved variant whose states are covered (default: ${DEFAULT-VALUE})")
  private String covered;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "the variant that says what is allowed (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      description =
          "jsonl: a line a walk; itf: states, a file a walk, for tools that read Apalache's traces"
              + " (default: ${DEFAULT-VALUE})")
  private String format;

  @Override
  public Integer call() {
    require(TraceFolder.formats(), "format", format);
    SpecModule module = own.evaluation();
    Semantics judge = semantics(module, variant);
    Semantics expected = resolved(module, covered);
    List<String> scenes = own.ofSuite(module, suite);
    TraceFolder output = TraceFolder.open(folder.path(), format, scenes);
    PrintWriter out = out();
    try (Progress progress = new Progress()) {
      for (String scene : scenes) {
        progress.begin("building " + scene, -1);
        SceneSuite part = SceneSuite.build(new Scene(module, scene), expected);
        progress.begin("writing " + scene, part.suite().steps());
        Traces traces = new Traces(part, judge);
        Path written = output.write(traces, progress::at);
        progress.pause();
        report(out, part, written);
      }
    }
    output.complete();
    return 0;
  }

  private static void report(PrintWriter out, SceneSuite part, Path written) {
    out.printf(
        "%-10s %6d walks %8d steps  %s  %s%n",
        part.name(),
        part.suite().walks().size(),
        part.suite().steps(),
        part.graph().hash(),
        written);
    out.flush();
  }
}
