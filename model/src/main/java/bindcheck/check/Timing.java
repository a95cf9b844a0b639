package bindcheck.check;

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
  static final int TIMES = 10;

  private final String text;

  Timing(String text) {
    this.text = text;
  }

  /** What that means, one sentence; empty where time has no part in it. */
  public String text() {
    return text;
  }
}
