package bindcheck.spec.tlc;

import java.util.List;

/**
 * A Java machine for what loads a specification into TLC, which keeps it for as long as it runs.
 */
public final class OtherMachine {
  private OtherMachine() {}

  /** What a class prints there. */
  public static String outputOf(Class<?> main, List<String> arguments) {
    try (ChildProcess process = ChildProcess.start(main, arguments)) {
      return process.output().strip();
    }
  }
}
