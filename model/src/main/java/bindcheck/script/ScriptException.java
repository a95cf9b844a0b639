package bindcheck.script;

/** Says where a script is wrong: {@code FILE:LINE: expected ..., found ...}. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /**
   * Says so of a line, or of the whole file.
   *
   * @param line from 1, or 0 for the file as a whole
   */
  public ScriptException(String file, int line, String message) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + message);
    this.file = file;
    this.line = line;
  }

  /** The file, as its reader called it. */
  public String file() {
    return file;
  }

  /** The line, from 1, or 0 for the file as a whole. */
  public int line() {
    return line;
  }
}
