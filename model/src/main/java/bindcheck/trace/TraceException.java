package bindcheck.trace;

import java.nio.file.Path;

/** Says where a file of traces is wrong: {@code FILE:LINE: expected ..., found ...}. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says so of a line, or of the whole file.
   *
   * @param line from 1, or 0 for the file as a whole
   */
  public TraceException(Path file, int line, String message) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + message);
  }
}
