package bindcheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bindcheck model}. */
@Command(name = "model", mixinStandardHelpOptions = true, description = "Runs TLC on the models.")
final class ModelCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new BadInputException("not yet");
  }
}
