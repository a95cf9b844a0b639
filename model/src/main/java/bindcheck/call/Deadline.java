package bindcheck.call;

import java.util.function.IntToLongFunction;

/** When a call gives up waiting, as far as it is ever told apart; each by the name in a script. */
public enum Deadline {
  /** Every clock has passed it. */
  PAST(0),
  /** No clock reaches it by itself: it passes when a script says {@code expire}. */
  FINITE(1L << 62),
  /** It never passes. */
  INFINITE(Long.MAX_VALUE);

  private final long raw;

  Deadline(long raw) {
    this.raw = raw;
  }

  /** The time that stands for it. */
  public long raw() {
    return raw;
  }

  /** What an absolute time is as a deadline. */
  public static Deadline of(long time) {
    if (time <= PAST.raw) {
      return PAST;
    }
    return time == INFINITE.raw ? INFINITE : FINITE;
  }

  /**
   * The deadline of a call; one that takes none may wait for ever.
   *
   * @param argument the raw bits of the call's argument at a place
   */
  public static Deadline of(Op op, IntToLongFunction argument) {
    for (int i = 0; i < op.parameters().size(); i++) {
      if (op.parameters().get(i).kind() == Kind.TIME) {
        return of(argument.applyAsLong(i));
      }
    }
    return INFINITE;
  }
}
