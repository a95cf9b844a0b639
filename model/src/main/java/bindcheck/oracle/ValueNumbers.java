package bindcheck.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The small numbers that stand for 64-bit values in the specification: equal if and only if the
 * values are, and 0 for zero alone.
 */
final class ValueNumbers {
  // The values that the scenes' 1, 2 and 3 stand for lose something in every narrower type.
  private static final long[] FIRST = {0, -1, Long.MIN_VALUE, 0x0123_4567_89ab_cdefL};

  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Long> values = new ArrayList<>();

  /** Numbers that stand for themselves as long as scripts use none but small ones in order. */
  static ValueNumbers plain() {
    return new ValueNumbers(0, 1, 2, 3);
  }

  ValueNumbers() {
    this(FIRST);
  }

  private ValueNumbers(long... first) {
    for (long value : first) {
      number(value);
    }
  }

  int number(long value) {
    return numbers.computeIfAbsent(
        value,
        v -> {
          values.add(v);
          return values.size() - 1;
        });
  }

  long value(int number) {
    return values.get(number);
  }
}
