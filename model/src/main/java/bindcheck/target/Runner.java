package bindcheck.target;

/** Runs plans on a target, each on a fresh kernel. Used by one thread. */
public interface Runner extends AutoCloseable {

  /**
   * Runs a plan once: all threads are released together, and each finite deadline passes at some
   * moment.
   *
   * @throws TargetException if a thread neither returned nor blocked, a call threw, or the set-up
   *     did not answer OK
   * @throws UnsupportedOperationException if the target's clock cannot be told to let a deadline
   *     pass
   */
  Ends run(Plan plan);

  /**
   * Whether every thread that counts as blocked was seen to be, and not taken to be after a time.
   */
  boolean isExact();

  @Override
  void close();
}
