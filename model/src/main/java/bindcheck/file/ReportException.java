package bindcheck.file;

import java.nio.file.Path;

/** A file that a report is read from or written to cannot be used: {@code FILE:LINE: ...}. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says so of a line, or of the whole file.
   *
   * @param line from 1, or 0 for the file as a whole
   */
  public ReportException(Path file, int line, String message) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + message);
  }
}
