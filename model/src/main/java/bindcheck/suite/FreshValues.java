package bindcheck.suite;

import bindcheck.call.Kind;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.oracle.Values;

/** The values of one walk, each another. */
final class FreshValues implements Values {
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

  /** What a caller may have put in a packet as its type: the kernel's own, and none at all. */
  private static final int[] TYPES = {PortPacket.INTERRUPT, PortPacket.USER, -1, 8};

  private static final int[] STATUSES = {-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, 1};

  /** One in so many walks begins with a key of 0; no time is 0, which is another thing. */
  private static final int ZERO_EVERY = 4;

  /** The odd number nearest to 2^64 divided by the golden ratio (Knuth). */
  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

  private final int walk;
  private final boolean wholePackets;
  private int count;

  FreshValues(int walk, boolean wholePackets) {
    this.walk = walk;
    this.wholePackets = wholePackets;
  }

  @Override
  public long next(Kind kind, int number) {
    int place = count++;
    boolean isZero = place == 0 && walk % ZERO_EVERY == 0 && kind != Kind.I64;
    if (isZero) {
      return 0;
    }
    return place < EXTREMES.length ? EXTREMES[(walk + place) % EXTREMES.length] : scattered(place);
  }

  @Override
  public PortPacket packet(long key, int number) {
    long first = next(Kind.U64, number);
    if (!wholePackets) {
      return PortPacket.ofUser(key, first);
    }
    int turn = walk + count;
    Payload payload = Payload.of(word -> word == 0 ? first : ~scattered(count * 3 + word));
    return new PortPacket(
        TYPES[turn % TYPES.length], key, STATUSES[turn % STATUSES.length], payload);
  }

  /** A value for that place that has no likeness to those of others. */
  static long scattered(int place) {
    return place * SPREAD;
  }
}
