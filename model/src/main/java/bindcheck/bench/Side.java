package bindcheck.bench;

/**
 * One of the two ways.
 *
 * @param name what it is called
 */
record Side(String name, Measure measure) {
  /** Goes that way once, and says what it comes to. */
  interface Measure {
    Figure take() throws InterruptedException;
  }

  /** One that comes to the same always. */
  static Side of(String name, long value) {
    return new Side(name, () -> Figure.of(value));
  }
}
