package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The decisions of one execution, in a short text: {@code 5:2,9:w1}. Each says after how many
 * events since the last something else happens than that the running thread goes on, and what.
 */
record Schedule(List<Step> steps) {
  /** One decision. */
  record Step(int events, Choice choice) {
    @Override
    public String toString() {
      return events + ":" + choice;
    }
  }

  Schedule {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException if it is none; the message is what was found
   */
  static Schedule parse(String text) {
    List<Step> steps = new ArrayList<>();
    for (String step : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      if (!step.matches("\\d{1,6}:[wtn]?[1-9]\\d?")) {
        throw new IllegalArgumentException(step);
      }
      int colon = step.indexOf(':');
      steps.add(
          new Step(
              Integer.parseInt(step.substring(0, colon)), Choice.parse(step.substring(colon + 1))));
    }
    return new Schedule(steps);
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(","));
  }
}
