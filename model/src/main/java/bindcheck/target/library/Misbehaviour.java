package bindcheck.target.library;

/** The library wrote to memory that it must not write; the message is one line for a person. */
final class Misbehaviour extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misbehaviour(String message) {
    super(message);
  }
}
