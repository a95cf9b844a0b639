package bindcheck.target.process;

import bindcheck.target.Target;
import bindcheck.target.TargetKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The command that starts a program; see {@link ProcessTarget}. */
public final class ProcessKind implements TargetKind {
  private static final String PREFIX = "process:";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String operand() {
    return "COMMAND";
  }

  @Override
  public Target open(String command, List<Path> classpath, Duration timeOut, Duration settle) {
    return ProcessTarget.open(PREFIX + command, command, timeOut, settle);
  }
}
