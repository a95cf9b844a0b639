package bindcheck.target.process;

import bindcheck.file.Malformed;
import bindcheck.target.Target;
import bindcheck.target.TargetKind;
import bindcheck.target.TargetSpecException;
import bindcheck.target.perturb.Perturbation;
import bindcheck.target.perturb.Preload;
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
    return open(name, command, timeOut, settle, Perturbation.NONE);
  }

  @Override
  public Target openPerturbed(
      String name, String command, List<Path> classpath, Duration timeOut, Duration settle) {
    return open(name, command, timeOut, settle, Preload.build(false));
  }

  private static Target open(
      String name, String command, Duration timeOut, Duration settle, Perturbation by) {
    try {
      return ProcessTarget.open(name, CommandWords.split(command), timeOut, settle, by);
    } catch (Malformed notSplit) {
      by.close();
      throw new TargetSpecException(name, notSplit.getMessage());
    }
  }
}
