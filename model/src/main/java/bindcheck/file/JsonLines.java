package bindcheck.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file of JSON Lines, an object at a time, so that one of any length can be read. Whatever
 * is wrong is an {@link InputException} with its line.
 */
public final class JsonLines implements AutoCloseable {
  /** Turns the object of a line into what it stands for. */
  public interface Meaning<T> {
    T of(JsonFields fields) throws Malformed;
  }

  /** A faster way to what a line stands for. */
  public interface Shortcut<T> {
    /** What it is; null where it has to be looked at more closely. */
    T of(byte[] bytes, int from, int to);
  }

  private static final int MOST_BYTES_EACH = 4; // of a character in UTF-8

  private final Path file;
  private final String what;
  private final ByteLines lines;
  private final int longest;
  private long line;

  /**
   * Opens a file.
   *
   * @param what it is to be, such as {@code a history}
   * @param longest how many characters a line may have; a longer one is read no further
   */
  public JsonLines(Path file, String what, int longest) {
    this.file = file;
    this.what = what;
    this.longest = longest;
    try {
      TextFile.requireFile(file, what);
      lines = new ByteLines(Files.newInputStream(file), (long) MOST_BYTES_EACH * longest);
    } catch (IOException why) {
      throw TextFile.unreadable(file, what, 0, why);
    }
  }

  /** The number of the line that was last read, from 1. */
  public long line() {
    return line;
  }

  /** The first line, which says what the file is; where it is none, the file is closed. */
  public <T> T header(String format, int version, Meaning<T> meaning) {
    try {
      return next("the header", fields -> header(fields, format, version, meaning))
          .orElseThrow(() -> ended("a header"));
    } catch (InputException wrong) {
      close();
      throw wrong;
    }
  }

  private static <T> T header(JsonFields fields, String format, int version, Meaning<T> meaning)
      throws Malformed {
    fields.constant("format", format);
    fields.integer("version", version, version);
    T header = meaning.of(fields);
    fields.end();
    return header;
  }

  /**
   * What the next line stands for; empty at the end of the file.
   *
   * @param where what an error message calls its object
   */
  public <T> Optional<T> next(String where, Meaning<T> meaning) {
    return next(where, (bytes, from, to) -> null, meaning);
  }

  /**
   * The same, where there is a faster way to the same meaning of most lines.
   *
   * @param shortcut is tried first
   */
  public <T> Optional<T> next(String where, Shortcut<T> shortcut, Meaning<T> meaning) {
    if (!advance()) {
      return Optional.empty();
    }
    T known = shortcut.of(lines.buffer(), lines.from(), lines.to());
    if (known != null) {
      return Optional.of(known);
    }
    try {
      return Optional.of(meaning.of(JsonFields.parse(text(), where)));
    } catch (Malformed malformed) {
      throw wrong(malformed.getMessage());
    }
  }

  /** Makes sure that no line follows. */
  public void requireEnd(String after) {
    if (advance()) {
      throw wrong("expected nothing after " + after);
    }
  }

  /** What was last read is wrong. */
  public InputException wrong(String message) {
    return new InputException(file.toString(), line, message);
  }

  /** The file ends where something is missing. */
  public InputException ended(String expected) {
    return new InputException(
        file.toString(), line + 1, "expected " + expected + ", found the end of the file");
  }

  /** Goes on to the next line; false at the end. */
  private boolean advance() {
    try {
      boolean isThere = lines.next();
      line += isThere ? 1 : 0;
      return isThere;
    } catch (Malformed tooLong) {
      line++;
      throw tooLong();
    } catch (IOException why) {
      throw TextFile.unreadable(file, what, line + 1, why);
    }
  }

  private String text() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(lines.buffer(), lines.from(), lines.to() - lines.from());
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (text.length() > longest) {
        throw tooLong();
      }
      return text;
    } catch (IOException why) {
      throw TextFile.unreadable(file, what, line, why);
    }
  }

  private InputException tooLong() {
    return wrong("expected a line of at most " + longest + " characters, found a longer one");
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
