package bindcheck.spec.tlc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What TLC says of a model.
 *
 * @param outcome {@code holds}, {@code violates PROPERTY}, or the first error
 * @param distinct the distinct states, 0 where the search ended early
 * @param generated the states generated, repetitions included
 * @param depth the depth of the state graph, 0 where it is not known
 */
public record ModelResult(String outcome, long distinct, long generated, long depth) {
  static final String HOLDS = "holds";

  private static final Pattern VIOLATED =
      Pattern.compile(
          "Error: (?:Action property|Implied-(?:action|init)|Invariant|Property) (\\w+) is violated");
  // TLC names neither a temporal formula nor a part of another specification.
  private static final Pattern UNNAMED =
      Pattern.compile(
          "Error: (?:Temporal properties were violated"
              + "|(?:Action property|Implied-(?:action|init)|Property|Invariant) line .* is violated)");
  private static final Pattern STATES =
      Pattern.compile("(?m)^(\\d+) states generated, (\\d+) distinct states found, 0 states left");
  private static final Pattern DEPTH = Pattern.compile("complete state graph search is (\\d+)");
  private static final Pattern ERROR = Pattern.compile("(?m)^Error: (.*)$");

  static ModelResult violates(String property) {
    return new ModelResult("violates " + property, 0, 0, 0);
  }

  private static ModelResult error(String message) {
    return new ModelResult("error: " + message, 0, 0, 0);
  }

  /**
   * Reads what TLC printed, line by line.
   *
   * @param properties those that were checked
   */
  public static ModelResult parse(List<String> lines, List<String> properties) {
    return parse(String.join("\n", lines), properties);
  }

  static ModelResult parse(String printed, List<String> properties) {
    Matcher violated = VIOLATED.matcher(printed);
    if (violated.find()) {
      return violates(violated.group(1));
    }
    if (properties.size() == 1 && UNNAMED.matcher(printed).find()) {
      return violates(properties.get(0));
    }
    Matcher error = ERROR.matcher(printed);
    if (error.find()) {
      return error(error.group(1));
    }
    Matcher states = STATES.matcher(printed);
    if (!states.find() || !printed.contains("No error has been found")) {
      return error("TLC did not finish");
    }
    Matcher depth = DEPTH.matcher(printed); // absent where there are no states
    return new ModelResult(
        HOLDS,
        Long.parseLong(states.group(2)),
        Long.parseLong(states.group(1)),
        depth.find() ? Long.parseLong(depth.group(1)) : 0);
  }

  /** The same, but for the depth, which is not known then. */
  public ModelResult withoutDepth() {
    return new ModelResult(outcome, distinct, generated, 0);
  }

  /** Whether this is what is expected; a depth that is not known could be any. */
  public boolean meets(ModelResult expected) {
    return equals(depth == 0 ? expected.withoutDepth() : expected);
  }

  /** Whether nothing was violated. */
  public boolean holds() {
    return outcome.equals(HOLDS);
  }

  @Override
  public String toString() {
    return holds()
        ? "holds, %d distinct of %d states%s"
            .formatted(distinct, generated, depth == 0 ? "" : ", depth " + depth)
        : outcome;
  }
}
