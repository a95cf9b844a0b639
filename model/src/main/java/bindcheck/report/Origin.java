package bindcheck.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a page comes from.
 *
 * @param program the program that made it, with its version
 * @param written when, to the second
 */
public record Origin(String program, Instant written) {
  /** A page that the program makes now. */
  public static Origin now(String program) {
    return new Origin(program, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public String toString() {
    return program + ", " + written;
  }
}
