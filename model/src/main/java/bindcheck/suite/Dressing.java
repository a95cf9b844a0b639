package bindcheck.suite;

import bindcheck.call.Kind;
import bindcheck.oracle.Values;
import java.util.HashSet;
import java.util.Set;

/**
 * Which values the calls of a walk are made with. The specification only compares values, so that a
 * walk covers the same edges in any dressing.
 */
public enum Dressing {
  /** Each value is another, so that one in the place of another shows. */
  FRESH {
    @Override
    public Values of(int walk) {
      Set<Long> given = new HashSet<>();
      int[] count = {0};
      return (kind, number) -> {
        long value;
        do {
          value = count[0] < EXTREMES.length ? extreme(walk + count[0]) : scattered(count[0]);
          count[0]++;
        } while (isNoTime(kind, value) || !given.add(value));
        return value;
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

  /** Values that lose something in a narrower type, or in one of another sign; and 0. */
  private static final long[] EXTREMES = {
    -1,
    Long.MIN_VALUE,
    0x0123_4567_89ab_cdefL,
    1L << 32,
    Long.MAX_VALUE,
    (1L << 53) + 1,
    0xffff_ffffL,
    0,
    1,
    1L << 31,
    -(1L << 32)
  };

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

  /** A trigger at 0 is another thing than one at any other time. */
  private static boolean isNoTime(Kind kind, long value) {
    return kind == Kind.I64 && value == 0;
  }
}
