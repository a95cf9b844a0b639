package bindcheck.cli;

/** What the user gave cannot be used; the message is one line that says what was expected. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
