package bindcheck.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Text files in UTF-8 that a user names. None is read that might have no end, or more of one than
 * anybody writes.
 */
public final class TextFile {
  private static final int MOST_BYTES = 1 << 22;
  private static final int LONGEST_LINE = 10_000;

  /** What is open already, such as {@code <(...)} of a shell, is read as it comes. */
  private static final List<String> OPEN = List.of("/dev/fd", "/proc/self/fd", "/dev/stdin");

  private TextFile() {}

  /**
   * The whole text of one.
   *
   * @param what it is to be, such as {@code a script}
   * @throws InputException if it cannot be read, with the reason
   */
  public static String read(Path file, String what) {
    String text = read(file, what, MOST_BYTES);
    requireLines(file, text);
    return text;
  }

  /** The same of one that a program wrote: of so many bytes, in lines of any length. */
  public static String read(Path file, String what, int mostBytes) {
    if (OPEN.stream().noneMatch(file.toAbsolutePath().normalize()::startsWith)) {
      requireFile(file, what);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new InputException(
            file, "expected " + what + " of at most " + mostBytes + " bytes, found more");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException why) {
      throw unreadable(file, what, 0, why);
    }
  }

  private static void requireLines(Path file, String text) {
    long line = 0;
    for (String each : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (each.length() > LONGEST_LINE) {
        throw new InputException(
            file.toString(),
            line,
            "expected a line of at most " + LONGEST_LINE + " characters, found a longer one");
      }
    }
  }

  /**
   * Makes sure that what is there, if anything is, is a file or a folder; a device or a pipe could
   * have no end.
   */
  static void requireFile(Path file, String what) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new InputException(file, "expected " + what + ", found a device or a pipe");
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
            : "expected a readable file, found: " + Reason.of(why));
  }
}
