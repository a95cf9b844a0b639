package bindcheck.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How much is compared. */
public enum Size {
  /** A little of everything, in seconds: whether it works, not how fast. */
  QUICK(Duration.ZERO, Duration.ofMinutes(1)),
  /** Minutes. */
  USUAL(Duration.ofSeconds(3), Duration.ofSeconds(10)),
  /** Histories of up to ten million events as well, hours. */
  FULL(Duration.ofSeconds(10), Duration.ofMinutes(1));

  private final Duration row;
  private final Duration limit;

  Size(Duration row, Duration limit) {
    this.row = row;
    this.limit = limit;
  }

  /** Which of these is meant. */
  <T> T of(T quick, T usual, T full) {
    return this == QUICK ? quick : this == USUAL ? usual : full;
  }

  /** How long a row may take, but for a round that takes longer by itself. */
  Duration row() {
    return row;
  }

  /** How long TLC, or what stands beside it, may take in a round. */
  Duration limit() {
    return limit;
  }

  /** What they are called. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(Size::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The one of that name. */
  public static Size named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
