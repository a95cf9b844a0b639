package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.file.OutputFile;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.history.ScriptRecording;
import bindcheck.script.Script;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck run}. */
@Command(
    name = "run",
    description = "Plays a script on a target and records the history, which judge can judge.")
final class RunCommand extends Subcommand {
  @Parameters(paramLabel = "SCRIPT", description = "a file of calls, one a line")
  private Path script;

  @Mixin private TargetOption target;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "where the history goes; replaced once it is whole")
  private OutputFile output;

  @Override
  public Integer call() {
    Script read = Script.read(script);
    Verdict[] verdict = new Verdict[1];
    try (Target opened = target.open()) {
      output.write(
          file -> {
            HistoryWriter history = new HistoryWriter(file, new Header(target.name(), true));
            verdict[0] = record(read, opened, history);
          });
    }
    return verdict[0].exitCode();
  }

  private Verdict record(Script read, Target opened, HistoryWriter history) {
    try {
      ScriptRecording.record(script.toString(), read, opened, history);
      return Verdict.PASS;
    } catch (TargetException failed) {
      history.write(new Event.End(false));
      err().println("bindcheck: " + failed.getMessage());
      return failed.verdict();
    }
  }
}
