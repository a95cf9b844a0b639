package bindcheck.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a file of JSON Lines, an object at a time, so that one of any length can be read. Whatever
 * is wrong is an {@link InputException} with its line.
 */
public final class JsonLines implements AutoCloseable {
  /** Turns the object of a line into what it stands for. */
  public interface Meaning<T> {
    T of(JsonFields fields) throws Malformed;
  }

  private final Path file;
  private final String what;
  private final BoundedLines lines;
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
    try {
      TextFile.requireFile(file, what);
      lines = new BoundedLines(Files.newBufferedReader(file), longest);
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
    return next(where, text -> null, meaning);
  }

  /**
   * The same, where there is a faster way to the same meaning of most lines.
   *
   * @param plain what a line stands for; null where it has to be looked at more closely
   */
  public <T> Optional<T> next(String where, Function<String, T> plain, Meaning<T> meaning) {
    String text = read();
    if (text == null) {
      return Optional.empty();
    }
    T known = plain.apply(text);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      return Optional.of(meaning.of(JsonFields.parse(text, where)));
    } catch (Malformed malformed) {
      throw wrong(malformed.getMessage());
    }
  }

  /** Makes sure that no line follows. */
  public void requireEnd(String after) {
    if (read() != null) {
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

  /** The next line; null at the end. */
  private String read() {
    line++;
    try {
      String text = lines.next();
      if (text == null) {
        line--;
      }
      return text;
    } catch (Malformed tooLong) {
      throw wrong(tooLong.getMessage());
    } catch (IOException why) {
      throw TextFile.unreadable(file, what, line, why);
    }
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
