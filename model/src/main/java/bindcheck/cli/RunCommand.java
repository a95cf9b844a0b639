package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.history.ScriptRecording;
import bindcheck.script.Script;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private Path output;

  @Override
  public Integer call() {
    Script read = Script.read(script);
    Path folder = output.toAbsolutePath().getParent();
    if (Files.isDirectory(output) || !Files.isDirectory(folder)) {
      throw new InputException(output, "expected the name of a file in a folder that exists");
    }
    try (Target opened = target.open()) {
      return record(read, opened, folder);
    } catch (IOException e) {
      throw new InputException(output, "expected a file that can be written: " + e);
    }
  }

  private int record(Script read, Target opened, Path folder) throws IOException {
    Path part = Files.createTempFile(folder, ".bindcheck", ".part");
    try {
      Verdict verdict = Verdict.PASS;
      try (HistoryWriter history = HistoryWriter.to(part, new Header(target.name(), true))) {
        try {
          ScriptRecording.record(script.toString(), read, opened, history);
        } catch (TargetException failed) {
          history.write(new Event.End(false));
          verdict = Verdict.INCONCLUSIVE;
          err().println("bindcheck: " + failed.getMessage());
        }
      }
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
      return verdict.exitCode();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
