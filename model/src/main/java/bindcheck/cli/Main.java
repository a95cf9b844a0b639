package bindcheck.cli;

import bindcheck.script.ScriptException;
import bindcheck.target.TargetSpecException;
import bindcheck.trace.TraceException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "bindcheck",
    version = "bindcheck 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The executable specification of zx_interrupt_bind and of the calls around it,",
      "and the judge of implementations."
    },
    subcommands = {
      CheckCommand.class,
      ModelCommand.class,
      ExplainCommand.class,
      TracesCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:PASS",
      "1:FAIL",
      "2:usage, or input that cannot be read",
      "3:INCONCLUSIVE: a time-out, or a target that crashed"
    })
public final class Main implements Runnable {
  static final int BAD_INPUT = 2;

  @Spec private CommandSpec spec;

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((e, line, result) -> explain(e, line))
        .setParameterExceptionHandler((e, args) -> explainUsage(e));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command; see bindcheck --help");
  }

  private static int explainUsage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    line.getErr().println("bindcheck: " + e.getMessage().lines().findFirst().orElse(""));
    return BAD_INPUT;
  }

  private static int explain(Exception e, CommandLine line) throws Exception {
    if (e instanceof BadInputException
        || e instanceof ScriptException
        || e instanceof TraceException
        || e instanceof TargetSpecException) {
      line.getErr().println("bindcheck: " + e.getMessage());
      return BAD_INPUT;
    }
    throw e;
  }
}
