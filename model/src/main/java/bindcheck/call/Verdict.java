package bindcheck.call;

import java.util.Collection;
import java.util.stream.Stream;

/** What a check comes to; never a bare yes or no. */
public enum Verdict {
  /** Every step was allowed. */
  PASS(0),
  /** A step was not allowed, or the implementation threw. */
  FAIL(1),
  /** A time-out, a crash of the adapter, or a limit was reached. */
  INCONCLUSIVE(3),
  /** It could not be tried here, for a reason that is given: never a pass. */
  SKIPPED(3);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /**
   * What several come to together: one that failed suffices, and one that is open leaves it open.
   */
  public static Verdict of(Collection<Verdict> all) {
    return Stream.of(FAIL, INCONCLUSIVE, PASS).filter(all::contains).findFirst().orElse(SKIPPED);
  }

  /** What several come to of which one that passes suffices. */
  public static Verdict best(Collection<Verdict> all) {
    return Stream.of(PASS, INCONCLUSIVE).filter(all::contains).findFirst().orElse(FAIL);
  }

  /** The exit code of a command that ends so. */
  public int exitCode() {
    return exitCode;
  }
}
