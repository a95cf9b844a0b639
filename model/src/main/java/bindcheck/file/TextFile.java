package bindcheck.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text files in UTF-8 that a user names. */
public final class TextFile {
  private TextFile() {}

  /**
   * The whole text of one.
   *
   * @param what it is to be, such as {@code a script}
   * @throws InputException if it cannot be read, with the reason
   */
  public static String read(Path file, String what) {
    try {
      return Files.readString(file);
    } catch (IOException why) {
      throw unreadable(file, what, 0, why);
    }
  }

  /** Why a file cannot be read, or not from that line on. */
  static InputException unreadable(Path file, String what, long line, IOException why) {
    if (why instanceof CharacterCodingException) {
      return new InputException(file.toString(), line, "expected text in UTF-8, found other bytes");
    }
    if (why instanceof NoSuchFileException) {
      return new InputException(file, "expected " + what + ", found no such file");
    }
    return new InputException(
        file,
        Files.isDirectory(file)
            ? "expected " + what + ", found a folder"
            : "expected a readable file, found: " + why.getMessage());
  }
}
