package bindcheck.oracle;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The small numbers that stand for 64-bit values in the specification: equal if and only if the
 * values are, and 0 for zero alone.
 */
final class ValueNumbers {
  // The values that the scenes' 1, 2 and 3 stand for lose something in every narrower type.
  private static final long[] FIRST = {0, -1, Long.MIN_VALUE, 0x0123_4567_89ab_cdefL};

  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Integer, Long> values = new HashMap<>();
  private int next;

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
          while (values.containsKey(next)) {
            next++;
          }
          values.put(next, v);
          return next;
        });
  }

  /**
   * The number of a value that is about to be used. Where it has none that is live it gets the
   * preferred one or, where that is live, the least that is not: so the states of different walks
   * are the same as often as can be.
   */
  int renumber(long value, int preferred, BitSet live) {
    Integer known = numbers.get(value);
    if (value == 0 || (known != null && live.get(known))) {
      return known;
    }
    int number = live.get(preferred) ? live.nextClearBit(1) : preferred;
    if (known != null) {
      values.remove(known);
      next = Math.min(next, known);
    }
    Long before = values.put(number, value);
    if (before != null) {
      numbers.remove(before);
    }
    numbers.put(value, number);
    return number;
  }

  long value(int number) {
    return values.get(number);
  }
}
