package bindcheck.suite;

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
      Set<Long> given = new HashSet<>(Set.of(0L));
      long[] count = {walk};
      return (kind, number) -> {
        long value;
        do {
          value = nth(count[0] - walk, count[0]++);
        } while (!given.add(value));
        return value;
      };
    }
  },
  /** All are one, so that what tells objects apart by their values fails. */
  COINCIDENT {
    @Override
    public Values of(int walk) {
      long value = nth(0, walk);
      return (kind, number) -> value;
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

  /** The values of a walk, one after the other; the same for the same walk, always. */
  public abstract Values of(int walk);

  private static long nth(long place, long count) {
    return place < EXTREMES.length
        ? EXTREMES[(int) (count % EXTREMES.length)]
        : count * 0x9e37_79b9_7f4a_7c15L;
  }
}
