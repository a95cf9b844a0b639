package bindcheck.api;

import bindcheck.call.Verdict;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a litmus program ended. Its text is all of it, for a person.
 *
 * @param verdict FAIL where it ended in a way that is forbidden, or something went wrong that is no
 *     end; SKIPPED where it could not be run
 * @param reason why it was skipped, or what went wrong; else empty
 * @param outcomes each way in which it ended, and how often it did
 * @param forbidden those that are not allowed, each with the reason
 * @param program its text
 * @param interleaving how it came to the first of those, where that is known; else empty
 */
public record RaceOutcome(
    Verdict verdict,
    String reason,
    SortedMap<String, Long> outcomes,
    SortedMap<String, String> forbidden,
    String program,
    String interleaving) {
  /** Keeps copies. */
  public RaceOutcome {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    forbidden = Collections.unmodifiableSortedMap(new TreeMap<>(forbidden));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(verdict.name());
    text.append(reason.isEmpty() ? "\n" : ": " + reason + "\n");
    outcomes.forEach(
        (outcome, count) -> {
          String why = forbidden.getOrDefault(outcome, "");
          text.append("%9d  %s%n".formatted(count, outcome));
          text.append(why.isEmpty() ? "" : "           forbidden: " + why + "\n");
        });
    text.append('\n').append(program);
    return text.append(interleaving.isEmpty() ? "" : "\n" + interleaving + "\n").toString();
  }
}
