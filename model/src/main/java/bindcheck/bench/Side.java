package bindcheck.bench;

/**
 * One of the two ways.
 *
 * @param name what it is called
 */
public record Side(String name, Measure measure) {
  /** Goes that way once, and says what it comes to. */
  public interface Measure {
    /** In the unit of the comparison. */
    Figure take() throws InterruptedException;
  }

  /** One that comes to the same always. */
  static Side of(String name, long value) {
    return new Side(name, () -> Figure.of(value));
  }
}
