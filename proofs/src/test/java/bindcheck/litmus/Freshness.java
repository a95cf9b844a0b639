package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** Whether what is kept of an engine's last runs is of the classes that there are now. */
public final class Freshness {
  /** Whether the build leaves out no test: it has the time to renew what is kept. */
  private static final boolean LONG = "none".equals(System.getProperty("excluded.tests"));

  private static final boolean REGENERATES = Boolean.getBoolean("bindcheck.regenerate");

  private Freshness() {}

  /**
   * Demands that results are of these classes. In the profile {@code long} older ones fail, but
   * where they are just being renewed; elsewhere there is a warning, and the test is skipped.
   *
   * @param file where the results are kept
   * @param kept a hash of the classes that ran
   * @param now a hash of the classes as they are
   * @param renewal how to renew the results
   */
  public static void require(String file, String kept, String now, String renewal) {
    require(LONG && !REGENERATES, file, kept, now, renewal);
  }

  static void require(boolean strict, String file, String kept, String now, String renewal) {
    if (kept.equals(now)) {
      return;
    }
    String stale = file + " is older than the classes that it is about; " + renewal;
    if (strict) {
      fail(stale);
    }
    System.err.println("WARNING: " + stale);
    abort(stale);
  }
}
