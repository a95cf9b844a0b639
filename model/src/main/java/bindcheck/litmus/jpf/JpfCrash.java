package bindcheck.litmus.jpf;

/** Java PathFinder itself failed, or is not as it was expected to be. */
final class JpfCrash extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JpfCrash(Throwable cause) {
    super(cause.toString(), cause);
  }
}
