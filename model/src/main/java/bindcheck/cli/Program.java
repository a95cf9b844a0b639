package bindcheck.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is of the command line without any command. */
@Command(
    name = "bindcheck",
    version = Main.VERSION,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The executable specification of zx_interrupt_bind and of the calls around it,",
      "and the judge of implementations."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:PASS",
      "1:FAIL",
      "2:usage, or input that cannot be read",
      "3:INCONCLUSIVE: a time-out, or a target that crashed"
    })
class Program implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command; see bindcheck --help");
  }
}
