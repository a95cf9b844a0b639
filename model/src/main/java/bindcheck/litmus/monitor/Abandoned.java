package bindcheck.litmus.monitor;

/** Ends a strand whose execution is over, from wherever it stands. */
final class Abandoned extends Error {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super("the execution is over", null, false, false);
  }
}
