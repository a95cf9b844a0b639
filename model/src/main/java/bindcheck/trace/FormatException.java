package bindcheck.trace;

/** What is wrong with a line of a file; its reader adds where. */
final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  FormatException(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }
}
