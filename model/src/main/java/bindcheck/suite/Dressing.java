package bindcheck.suite;

import bindcheck.oracle.Values;

/**
 * Which values the calls of a walk are made with. The specification only compares values, so that a
 * walk covers the same edges in any dressing.
 */
public enum Dressing {
  /** Each value is another, so that one in the place of another shows. */
  FRESH {
    @Override
    public Values of(int walk, boolean wholePackets) {
      return new FreshValues(walk, wholePackets && walk % PLAIN_EVERY != PLAIN_EVERY - 1);
    }
  },
  /** All are one, so that what tells objects apart by their values fails. */
  COINCIDENT {
    @Override
    public Values of(int walk, boolean wholePackets) {
      return (kind, number) -> FreshValues.scattered(1);
    }
  };

  /** Packets are plain in one of so many walks, wherever else they may be whole. */
  private static final int PLAIN_EVERY = 4;

  /**
   * The values of a walk, one after the other; the same for the same walk, always.
   *
   * @param wholePackets whether the target takes packets with a status and four words of payload
   */
  public abstract Values of(int walk, boolean wholePackets);
}
