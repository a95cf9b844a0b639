package bindcheck.file;

/** Something is not what it must be; whoever reads it adds where it stands. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  /** One line that says what was expected. */
  public Malformed(String message) {
    super(message);
  }

  /** The same, with what was found in its place. */
  public Malformed(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }
}
