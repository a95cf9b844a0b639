package bindcheck.litmus.monitor;

/**
 * One of the things that may happen next.
 *
 * @param strand which strand it happens to, from 1
 */
record Choice(Kind kind, int strand) {
  /** What may happen. */
  enum Kind {
    /** It goes on. */
    GO(""),
    /** Its wait ends for no reason. */
    WAKE("w"),
    /** The time of its wait passes. */
    PASS("t"),
    /** It is the one that is notified. */
    NOTIFY("n");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  /** Whether an execution may end although this could happen. */
  boolean isOptional() {
    return kind == Kind.WAKE;
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  static Choice parse(String text) {
    for (Kind kind : Kind.values()) {
      if (text.matches(kind.letter + "[1-9]\\d?")) {
        return new Choice(kind, Integer.parseInt(text.substring(kind.letter.length())));
      }
    }
    throw new IllegalArgumentException(text);
  }

  /** {@code 2}, {@code w2}, {@code t2} or {@code n2}. */
  @Override
  public String toString() {
    return kind.letter + strand;
  }
}
