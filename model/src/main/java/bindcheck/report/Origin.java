package bindcheck.report;

import java.time.Instant;

/**
 * Where a page comes from.
 *
 * @param program the program that made it, with its version
 * @param written when, to the second
 */
public record Origin(String program, Instant written) {
  @Override
  public String toString() {
    return program + ", " + written;
  }
}
