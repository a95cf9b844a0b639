package bindcheck.suite;

import java.util.Locale;

/**
 * How many transfer faults walks kill.
 *
 * @param killed of those that were tried
 * @param tried all that the scene's inputs show, or a sample
 * @param isSample whether there are more
 */
public record KillRate(long killed, long tried, boolean isSample) {
  /** The quantile of the normal distribution that 95 % are within. */
  private static final double WITHIN_95 = 1.96;

  /** The share that is killed, at least, with a confidence of 95 % where it was sampled. */
  public double least() {
    return isSample ? bound(-1) : share();
  }

  /** The share that is killed, at most, with a confidence of 95 % where it was sampled. */
  public double most() {
    return isSample ? bound(1) : share();
  }

  private double share() {
    return tried == 0 ? 1 : (double) killed / tried;
  }

  /** Wilson's score interval (Journal of the American Statistical Association 22, 1927). */
  private double bound(int side) {
    double squared = WITHIN_95 * WITHIN_95 / tried;
    double spread = Math.sqrt(share() * (1 - share()) / tried + squared / (4 * tried));
    return (share() + squared / 2 + side * WITHIN_95 * spread) / (1 + squared);
  }

  @Override
  public String toString() {
    String counted = killed + " of " + tried;
    return isSample
        ? String.format(
            Locale.ROOT,
            "%s drawn at random: %.1f to %.1f %%",
            counted,
            100 * least(),
            100 * most())
        : String.format(Locale.ROOT, "%s, %.1f %%", counted, Math.floor(1000 * share()) / 10);
  }
}
