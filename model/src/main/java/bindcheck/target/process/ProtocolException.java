package bindcheck.target.process;

/** A message is not what the protocol allows; the message of this is one line that says why. */
final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  ProtocolException(String message) {
    super(message);
  }
}
