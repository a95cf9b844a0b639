package bindcheck.litmus;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the threads of a program ended: at quiescence, when every call has returned or is blocked.
 * Some of the threads only, where it is a pattern. Immutable; its text parses back to it, and the
 * order is that of the texts.
 *
 * @param endings by thread
 */
public record Outcome(SortedMap<String, Ending> endings) implements Comparable<Outcome> {
  /** What stands between two threads: parallel composition. */
  public static final String PARALLEL = " || ";

  /** Keeps a copy. */
  public Outcome {
    endings = Collections.unmodifiableSortedMap(new TreeMap<>(endings));
  }

  /**
   * Reads {@code T1: OK, blocked || T2: OK timestamp(5)}.
   *
   * @throws IllegalArgumentException with what was expected and found
   */
  @JsonCreator
  public static Outcome parse(String text) {
    return OutcomeParser.parse(text);
  }

  /** Whether the threads that the pattern names ended as it says. */
  public boolean matches(Outcome pattern) {
    return endings.entrySet().containsAll(pattern.endings.entrySet());
  }

  @Override
  public int compareTo(Outcome other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return endings.entrySet().stream()
        .map(thread -> thread.getKey() + ": " + thread.getValue())
        .collect(Collectors.joining(PARALLEL));
  }
}
