package bindcheck.suite;

import bindcheck.call.Kind;
import bindcheck.oracle.Values;

/**
 * Which values the calls of a walk are made with. The specification only compares values, so that a
 * walk covers the same edges in any dressing.
 */
public enum Dressing {
  /** Each value is another, so that one in the place of another shows. */
  FRESH {
    @Override
    public Values of(int walk) {
      int[] count = {0};
      return (kind, number) -> {
        int place = count[0]++;
        boolean isZero = place == 0 && walk % ZERO_EVERY == 0 && kind != Kind.I64;
        return isZero ? 0 : place < EXTREMES.length ? extreme(walk + place) : scattered(place);
      };
    }
  },
  /** All are one, so that what tells objects apart by their values fails. */
  COINCIDENT {
    @Override
    public Values of(int walk) {
      return (kind, number) -> scattered(1);
    }
  };

  /** Values that lose something in a narrower type, or in one of another sign. */
  private static final long[] EXTREMES = {
    -1,
    Long.MIN_VALUE,
    0x0123_4567_89ab_cdefL,
    1L << 32,
    Long.MAX_VALUE,
    (1L << 53) + 1,
    0xffff_ffffL,
    1,
    1L << 31,
    -(1L << 32)
  };

  /** One in so many walks begins with a key of 0; no time is 0, which is another thing. */
  private static final int ZERO_EVERY = 4;

  /** The odd number nearest to 2^64 divided by the golden ratio (Knuth). */
  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

  /** The values of a walk, one after the other; the same for the same walk, always. */
  public abstract Values of(int walk);

  private static long extreme(int place) {
    return EXTREMES[place % EXTREMES.length];
  }

  private static long scattered(int place) {
    return place * SPREAD;
  }
}
