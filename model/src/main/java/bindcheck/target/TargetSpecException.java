package bindcheck.target;

/**
 * The user named a target that there is not; the message is one line that says what is expected.
 */
public final class TargetSpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what is expected, and what was found. */
  public TargetSpecException(String message) {
    super(message);
  }

  /** Says what is expected in its place. */
  public TargetSpecException(String spec, String expected) {
    this("target '" + spec + "': expected " + expected);
  }
}
