package bindcheck.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison that was made.
 *
 * @param name what was compared
 * @param rounds how often each side was measured, one after the other in turn; the figures are
 *     medians
 */
public record Row(
    String name,
    String load,
    String unit,
    String left,
    Figure leftFigure,
    String right,
    Figure rightFigure,
    int rounds) {
  private record Round(Figure left, Figure right) {}

  private static final int MOST_ROUNDS = 5;

  /**
   * Measures both sides in turn, until there are rounds enough or the time is over. The first round
   * warms both up, and counts where there is no time for another.
   */
  static Row of(String name, Comparison comparison, Duration time) throws InterruptedException {
    long start = System.nanoTime();
    List<Round> rounds = List.of(round(comparison));
    for (int i = 0; i < MOST_ROUNDS && System.nanoTime() - start < time.toNanos(); i++) {
      Stream<Round> counted = i == 0 ? Stream.of() : rounds.stream();
      rounds = Stream.concat(counted, Stream.of(round(comparison))).toList();
    }
    return new Row(
        name,
        comparison.load(),
        comparison.unit(),
        comparison.left().name(),
        median(rounds.stream().map(Round::left)),
        comparison.right().name(),
        median(rounds.stream().map(Round::right)),
        rounds.size());
  }

  private static Round round(Comparison comparison) throws InterruptedException {
    return new Round(comparison.left().measure().take(), comparison.right().measure().take());
  }

  private static Figure median(Stream<Figure> figures) {
    List<Figure> sorted = figures.sorted(Comparator.comparingDouble(Figure::value)).toList();
    return sorted.get(sorted.size() / 2);
  }

  /** The left figure by the right one. */
  public double ratio() {
    return leftFigure.value() / rightFigure.value();
  }
}
