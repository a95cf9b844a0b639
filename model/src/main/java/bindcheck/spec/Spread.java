package bindcheck.spec;

/**
 * Hashes of what is made of small, dense numbers, as configurations and nodes are: summed up as
 * records do it, most would share a hash with others.
 */
public final class Spread {
  /** The odd number nearest to 2^32 divided by the golden ratio (Knuth). */
  static final int FACTOR = 0x9e3779b1;

  private Spread() {}

  /** The hash of two numbers in this order. */
  public static int of(int one, int other) {
    int hash = (one * FACTOR + other) * FACTOR;
    return hash ^ hash >>> 15;
  }
}
