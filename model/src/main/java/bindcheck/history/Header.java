package bindcheck.history;

/**
 * What a history says of itself.
 *
 * @param target what the implementation is called
 * @param deadlinesRecorded whether a finite deadline passes only where an event says so; else it
 *     may pass at any time
 */
public record Header(String target, boolean deadlinesRecorded) {
  /** What the header of every such file calls the format. */
  public static final String FORMAT = "bindcheck-history";

  /** Which edition of the format this program reads and writes. */
  public static final int VERSION = 1;
}
