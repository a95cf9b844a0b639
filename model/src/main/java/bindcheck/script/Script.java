package bindcheck.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
   * @throws ScriptException if the file cannot be read or is no script
   */
  public static Script read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException notUtf8) {
      throw new ScriptException(file.toString(), 0, "expected text in UTF-8, found other bytes");
    } catch (NoSuchFileException missing) {
      throw new ScriptException(file.toString(), 0, "expected a script, found no such file");
    } catch (IOException unreadable) {
      throw new ScriptException(
          file.toString(), 0, "expected a readable file, found: " + unreadable.getMessage());
    }
  }

  /**
   * Parses a script.
   *
   * @param file what an error message calls it
   * @throws ScriptException at the first line that is wrong
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
