package bindcheck.spec;

import bindcheck.tla.Value;

/**
 * Hashes of what is made of small, dense numbers, as configurations and nodes are: summed up as
 * records do it, most would share a hash with others.
 */
public final class Spread {
  private Spread() {}

  /** The hash of two numbers in this order. */
  public static int of(int one, int other) {
    return Value.mixed(one, other);
  }
}
