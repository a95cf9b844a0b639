package bindcheck.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A comparison that was made.
 *
 * @param name what was compared
 * @param left the median of the rounds, as {@code right}
 * @param rounds how often both sides were measured, one after the other in turn
 */
public record Row(String name, Comparison comparison, Figure left, Figure right, int rounds) {
  private static final int MOST_ROUNDS = 5;

  /**
   * Measures both sides in turn, until there are rounds enough or the time is over. The first round
   * warms both up, and counts where there is no time for another.
   */
  static Row of(String name, Comparison comparison, Duration time) throws InterruptedException {
    long start = System.nanoTime();
    List<Figure> left = new ArrayList<>();
    List<Figure> right = new ArrayList<>();
    for (int i = 0;
        i == 0 || (i <= MOST_ROUNDS && System.nanoTime() - start < time.toNanos());
        i++) {
      if (i == 1) {
        left.clear();
        right.clear();
      }
      left.add(comparison.left().measure().take());
      right.add(comparison.right().measure().take());
    }
    return new Row(name, comparison, median(left), median(right), left.size());
  }

  private static Figure median(List<Figure> figures) {
    figures.sort(Comparator.comparingDouble(Figure::value));
    return figures.get(figures.size() / 2);
  }

  /** The left figure by the right one. */
  public double ratio() {
    return left.value() / right.value();
  }
}
