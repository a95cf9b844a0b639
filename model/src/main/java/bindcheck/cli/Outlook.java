package bindcheck.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How far a command is, and what is left.
 *
 * @param task what it does now
 * @param step how many steps of the task are made
 * @param steps how many the task has; -1 where that is not known
 * @param done how many steps were made in earlier tasks
 * @param total about how many steps all tasks have together; -1 where that is not known
 * @param nanos the time that the steps so far took, in ns
 */
record Outlook(String task, long step, long steps, long done, long total, long nanos) {
  private static final double NANOS = 1e9;
  private static final int MINUTE = 60;

  /** In less nothing is foretold. */
  private static final long SOON = 2_000_000_000;

  /**
   * The seconds that are left at the rate so far: of all tasks, or of this one if no more is known.
   */
  OptionalLong secondsLeft() {
    long made = done + step;
    long all = total >= 0 ? Math.max(total, done + Math.max(steps, step)) : done + steps;
    boolean isKnown = made > 0 && nanos > SOON && (total >= 0 || steps >= 0);
    return isKnown
        ? OptionalLong.of(Math.round((double) nanos / made * Math.max(0, all - made) / NANOS))
        : OptionalLong.empty();
  }

  /** One line, what matters most first. */
  String text() {
    StringBuilder text = new StringBuilder(task);
    if (steps >= 0) {
      text.append(String.format(Locale.ROOT, ": %,d of %,d steps", step, steps));
    } else if (step > 0) {
      text.append(String.format(Locale.ROOT, ": %,d", step));
    }
    if (total >= 0) {
      text.append(String.format(Locale.ROOT, ", %,d of about %,d in all", done + step, total));
    }
    secondsLeft().ifPresent(left -> text.append(", ").append(time(left)).append(" left"));
    return text.toString();
  }

  private static String time(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
  }

  /** One line for programs. */
  String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("task", task).put("step", step);
    if (steps >= 0) {
      node.put("steps", steps);
    }
    node.put("done", done + step);
    if (total >= 0) {
      node.put("total", total);
    }
    secondsLeft().ifPresent(left -> node.put("secondsLeft", left));
    return node.toString();
  }
}
