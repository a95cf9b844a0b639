package bindcheck.cli;

import bindcheck.file.OutputFile;
import bindcheck.report.MergedReport;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindcheck report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Does something with reports that were written before.",
    subcommands = ReportCommand.Merge.class)
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a command; see bindcheck report --help");
  }

  /** {@code bindcheck report merge}. */
  @Command(
      name = "merge",
      description = {
        "Joins the JSON reports of all parts of a check (check --shard), and gives the verdict",
        "and the exit code of the whole."
      })
  static final class Merge extends Subcommand {
    @Parameters(
        paramLabel = "FILE",
        arity = "1..*",
        description = "a JSON report of each part, in any order")
    private List<Path> files;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the report of the whole")
    private OutputFile json;

    @Override
    public Integer call() {
      MergedReport merged = MergedReport.of(files);
      merged.print(out());
      if (json != null) {
        merged.write(json.path());
      }
      return merged.exitCode();
    }
  }
}
