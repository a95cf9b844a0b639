package bindcheck.spec.tlc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A run of TLC on a module that is written for it, in a process of its own. */
public final class TextRun {
  private static final String WELL = "No error has been found";
  private static final String ERROR = "Error:";

  private boolean isWell;
  private String error = "";

  private TextRun() {}

  /**
   * Runs TLC to its end, or as long as it may take.
   *
   * @param module its name
   * @param text of the module, which may extend those of the specification
   * @param configuration what its configuration file says
   * @param line is given every line that TLC prints
   * @return why it did not come to its end; else empty
   */
  public static String of(
      String module, String text, String configuration, Duration time, Consumer<String> line) {
    return of(module, Map.of(module + ".tla", text, module + ".cfg", configuration), time, line);
  }

  /**
   * The same, of several files.
   *
   * @param files the texts, by name: of the module, its configuration, what it extends beside the
   *     specification, and what is to stand in the place of modules of that
   */
  public static String of(
      String module, Map<String, String> files, Duration time, Consumer<String> line) {
    TextRun run = new TextRun();
    List<String> arguments = List.of(module, module, Model.Mode.SAFETY.toString());
    try (ChildProcess tlc = ChildProcess.start(TlcProcess.class, arguments, files)) {
      boolean isInTime = tlc.lines(time, line.andThen(run::look));
      if (!isInTime) {
        return "TLC had not ended after " + time.toSeconds() + " s";
      }
      return run.isWell ? "" : "TLC broke off: " + run.error;
    }
  }

  private void look(String line) {
    isWell |= line.contains(WELL);
    if (error.isEmpty() && line.startsWith(ERROR)) {
      error = line.substring(ERROR.length()).strip();
    }
  }
}
