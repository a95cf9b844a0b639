package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.script.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * Puts small 64-bit values in the places of wide ones, so that a script is plain to read: different
 * ones for different ones, and 0 for 0.
 */
final class PlainValues {
  private static final long MOST = 99;

  private PlainValues() {}

  /** The lines with 1, 2, 3 and so on in their places, in the order in which they come. */
  static List<Line> of(List<Line> lines) {
    Map<Long, Long> plain = new LinkedHashMap<>();
    return changed(
        lines,
        value -> value == 0 ? 0 : plain.computeIfAbsent(value, v -> (long) plain.size() + 1));
  }

  /** The values that are no small ones. */
  static Set<Long> wide(List<Line> lines) {
    Set<Long> wide = values(lines);
    wide.removeIf(value -> value >= 0 && value <= MOST);
    return wide;
  }

  /** The lines with the least value that they have not yet in the place of this one. */
  static List<Line> without(long wide, List<Line> lines) {
    Set<Long> used = values(lines);
    long least = 1;
    while (used.contains(least)) {
      least++;
    }
    long small = least;
    return changed(lines, value -> value == wide ? small : value);
  }

  private static Set<Long> values(List<Line> lines) {
    Set<Long> values = new TreeSet<>();
    changed(
        lines,
        value -> {
          values.add(value);
          return value;
        });
    return values;
  }

  private static List<Line> changed(List<Line> lines, LongUnaryOperator values) {
    return lines.stream()
        .map(
            line ->
                line.statement() instanceof Call call
                    ? new Line(line.thread(), line.name(), call.withValues(values), line.number())
                    : line)
        .toList();
  }
}
