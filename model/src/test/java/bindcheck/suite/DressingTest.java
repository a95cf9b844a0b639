package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Kind;
import bindcheck.oracle.Values;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The values that walks are made with. */
class DressingTest {
  private static final int MANY = 200;

  private static long[] values(Dressing dressing, int walk, Kind kind) {
    Values values = dressing.of(walk, false);
    return LongStream.range(0, MANY).map(i -> values.next(kind, 1)).toArray();
  }

  @Test
  void freshValuesDiffer() {
    long[] values = values(Dressing.FRESH, 3, Kind.U64);
    assertEquals(MANY, LongStream.of(values).distinct().count());
  }

  @Test
  void theFirstValuesOfSomeWalksAreTheExtremes() {
    Set<Long> first = new HashSet<>();
    for (int walk = 0; walk < MANY; walk++) {
      first.add(values(Dressing.FRESH, walk, Kind.U64)[0]);
    }
    assertTrue(
        first.containsAll(
            Set.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, (1L << 53) + 1)),
        first::toString);
  }

  @Test
  void aFreshTimeMayBeNegativeButIsNeverZero() {
    Set<Long> times = new TreeSet<>();
    for (int walk = 0; walk < MANY; walk++) {
      LongStream.of(values(Dressing.FRESH, walk, Kind.I64)).forEach(times::add);
    }
    assertTrue(times.stream().anyMatch(time -> time < 0));
    assertTrue(times.stream().noneMatch(time -> time == 0));
  }

  @Test
  void coincidentValuesAreOne() {
    assertEquals(
        1,
        LongStream.concat(
                LongStream.of(values(Dressing.COINCIDENT, 1, Kind.U64)),
                LongStream.of(values(Dressing.COINCIDENT, 2, Kind.I64)))
            .distinct()
            .count());
  }
}
