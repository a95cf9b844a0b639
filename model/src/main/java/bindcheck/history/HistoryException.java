package bindcheck.history;

/** A file is no history; the message is one line: the file, the line, what was expected. */
public final class HistoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Line 0 stands for the file as a whole. */
  public HistoryException(String file, long line, String message) {
    super(file + ":" + (line > 0 ? line + ":" : "") + " " + message);
  }
}
