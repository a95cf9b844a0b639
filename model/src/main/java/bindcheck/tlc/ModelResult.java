package bindcheck.tlc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What TLC says of a model.
 *
 * @param outcome {@code holds}, {@code violates PROPERTY}, or the first error
 * @param distinct the distinct states, 0 where the search ended early
 * @param generated the states generated, repetitions included
 * @param depth the depth of the state graph
 */
public record ModelResult(String outcome, long distinct, long generated, long depth) {
  static final String HOLDS = "holds";

  private static final Pattern VIOLATED =
      Pattern.compile("Error: (?:Action property|Invariant|Property) (\\w+) is violated");
  private static final Pattern STATES =
      Pattern.compile("(?m)^(\\d+) states generated, (\\d+) distinct states found, 0 states left");
  private static final Pattern DEPTH = Pattern.compile("complete state graph search is (\\d+)");
  private static final Pattern ERROR = Pattern.compile("(?m)^Error: (.*)$");

  /** Reads what TLC printed. */
  static ModelResult parse(String printed) {
    Matcher violated = VIOLATED.matcher(printed);
    if (violated.find()) {
      return new ModelResult("violates " + violated.group(1), 0, 0, 0);
    }
    Matcher error = ERROR.matcher(printed);
    if (error.find()) {
      return new ModelResult("error: " + error.group(1), 0, 0, 0);
    }
    Matcher states = STATES.matcher(printed);
    Matcher depth = DEPTH.matcher(printed);
    if (!states.find() || !depth.find() || !printed.contains("No error has been found")) {
      return new ModelResult("error: TLC did not finish", 0, 0, 0);
    }
    return new ModelResult(
        HOLDS,
        Long.parseLong(states.group(2)),
        Long.parseLong(states.group(1)),
        Long.parseLong(depth.group(1)));
  }

  @Override
  public String toString() {
    return outcome.equals(HOLDS)
        ? String.format("holds, %d distinct of %d states, depth %d", distinct, generated, depth)
        : outcome;
  }
}
