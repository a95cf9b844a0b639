package bindcheck.target.process;

import bindcheck.file.Malformed;
import bindcheck.target.Target;
import bindcheck.target.TargetKind;
import bindcheck.target.TargetSpecException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that speaks the protocol; its command is split into words as a shell would. */
public final class ProcessKind implements TargetKind {
  @Override
  public String usage() {
    return "process:COMMAND";
  }

  @Override
  public Target open(
      String name, String command, List<Path> classpath, Duration timeOut, Duration settle) {
    try {
      return ProcessTarget.open(name, CommandWords.split(command), timeOut, settle);
    } catch (Malformed notSplit) {
      throw new TargetSpecException(name, notSplit.getMessage());
    }
  }
}
