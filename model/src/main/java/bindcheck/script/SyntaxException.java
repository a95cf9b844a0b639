package bindcheck.script;

/** What is wrong with a line; the parser adds where. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  SyntaxException(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }
}
