package bindcheck.litmus.jpf;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A sequence chart as text: a column a thread, a line an event. */
final class InterleavingChart {
  private static final String GAP = " | ";

  /** Something that a thread did. Of threads without a column nothing is shown. */
  record Event(String thread, String text) {}

  private InterleavingChart() {}

  static String of(Collection<String> threads, List<Event> events) {
    Map<String, Integer> widths = new HashMap<>();
    threads.forEach(thread -> widths.put(thread, thread.length()));
    for (Event event : events) {
      widths.computeIfPresent(
          event.thread(), (thread, width) -> Math.max(width, event.text().length()));
    }
    StringBuilder chart = new StringBuilder();
    chart.append(line(threads, widths, thread -> thread));
    for (Event event : events) {
      if (widths.containsKey(event.thread())) {
        chart.append(
            line(threads, widths, thread -> thread.equals(event.thread()) ? event.text() : ""));
      }
    }
    return chart.toString();
  }

  private static String line(
      Collection<String> threads, Map<String, Integer> widths, UnaryOperator<String> cell) {
    StringBuilder line = new StringBuilder();
    for (String thread : threads) {
      String text = cell.apply(thread);
      line.append(line.isEmpty() ? "" : GAP).append(text);
      line.append(" ".repeat(widths.get(thread) - text.length()));
    }
    return line.toString().stripTrailing() + "\n";
  }
}
