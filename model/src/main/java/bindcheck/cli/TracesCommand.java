package bindcheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bindcheck traces}. */
@Command(name = "traces", mixinStandardHelpOptions = true, description = "Writes the suite.")
final class TracesCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new BadInputException("not yet");
  }
}
