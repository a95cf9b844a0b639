package bindcheck.check;

import bindcheck.call.Verdict;
import bindcheck.target.Target;
import java.util.function.Supplier;

/** Whether a failure rests on a settle time, after which a call was taken to be blocked. */
public enum Timing {
  /** It does not: nothing was blocked, or that was observed. */
  NONE(""),
  /** It came about again though there was far more time for calls to return. */
  SEEN_AGAIN(
      "that calls were blocked was taken for granted after a settle time; it fails as well with one "
          + Timing.TIMES
          + " times as long"),
  /** It did not: it may have been no more than a slow machine. */
  NOT_SEEN_AGAIN(
      "that calls were blocked was taken for granted after a settle time; it does not fail with one "
          + Timing.TIMES
          + " times as long, so that a longer --settle is needed to tell");

  /** How many times as long as before the time is in which it is looked for again. */
  private static final int TIMES = 10;

  private final String text;

  Timing(String text) {
    this.text = text;
  }

  /** Whether that anything was blocked in the failure is only taken for granted. */
  static boolean concerns(Failure failure, Target target) {
    boolean isBlocked =
        failure.steps().stream().anyMatch(step -> !step.observation().blocked().isEmpty());
    return !target.isExact() && isBlocked;
  }

  /** Of a failure that time has a part in: whether it came about again with more of it. */
  public static Timing again(boolean isSeen) {
    return isSeen ? SEEN_AGAIN : NOT_SEEN_AGAIN;
  }

  /** What playing gives where calls have far more time to return. */
  public static <T> T withMore(Target target, Supplier<T> playing) {
    target.settleLonger(TIMES);
    try {
      return playing.get();
    } finally {
      target.settleLonger(1);
    }
  }

  /** What the failure is to be called. */
  Verdict verdict(Failure failure) {
    return this == NOT_SEEN_AGAIN ? Verdict.INCONCLUSIVE : failure.verdict();
  }

  /** What that means, one sentence; empty where time has no part in it. */
  public String text() {
    return text;
  }
}
