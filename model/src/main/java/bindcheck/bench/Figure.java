package bindcheck.bench;

/**
 * What one side comes to.
 *
 * @param value greater than 0
 * @param isBound whether it is no more than that, since the side had not ended when its time was
 *     over
 */
public record Figure(double value, boolean isBound) {
  private static final double NANOS = 1e9;

  static Figure of(long value) {
    return new Figure(value, false);
  }

  /** So much work in the time since that moment of {@link System#nanoTime}, as work a second. */
  static Figure rate(long work, long start, boolean isEnded) {
    return new Figure(work * NANOS / (System.nanoTime() - start), !isEnded);
  }
}
