package bindcheck.script;

import bindcheck.file.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stimuli by thread, in the order in which they are made; never empty. Two scripts are equal when
 * their lines are, wherever they were written.
 *
 * <p>The text of a script whose handles are assigned before they are used, and whose {@code expire}
 * lines follow a call that can have a finite deadline, parses back to an equal script.
 */
public record Script(List<Line> lines) {

  /** Keeps a copy. */
  public Script {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("no calls");
    }
  }

  /**
   * Reads a script from a UTF-8 file.
   *
   * @throws bindcheck.file.InputException if the file cannot be read or is no script
   */
  public static Script read(Path file) {
    return parse(file.toString(), TextFile.read(file, "a script"));
  }

  /**
   * Parses a script.
   *
   * @param file what an error message calls it
   * @throws bindcheck.file.InputException at the first line that is wrong
   */
  public static Script parse(String file, String text) {
    return new ScriptParser(file).parse(text);
  }

  /** The script as text, a line each. */
  @Override
  public String toString() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
