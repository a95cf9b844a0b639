package bindcheck.file;

import java.nio.file.Path;

/** What the user gave cannot be used; the message is one line: {@code FILE:LINE: message}. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final String what;

  /** Says so of an argument or an option. */
  public InputException(String message) {
    super(message);
    this.line = 0;
    this.what = message;
  }

  /**
   * Says so of a line, or of the whole file.
   *
   * @param line from 1, or 0 for the file as a whole
   */
  public InputException(String file, long line, String message) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + message);
    this.line = line;
    this.what = message;
  }

  /** Says so of a whole file. */
  public InputException(Path file, String message) {
    this(file.toString(), 0, message);
  }

  /** Of which line it is said, from 1; 0 where it is of the whole. */
  public long line() {
    return line;
  }

  /** What is said, without file and line. */
  public String what() {
    return what;
  }
}
