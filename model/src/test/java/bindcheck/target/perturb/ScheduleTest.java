package bindcheck.target.perturb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is decided follows from the seed, and from nothing else. */
class ScheduleTest {
  private static final int THREAD = "bindcheck-T1".hashCode();

  private static List<Integer> drawn(Schedule schedule, int thread) {
    return IntStream.range(0, 100).mapToObj(n -> schedule.draw(thread, n)).toList();
  }

  private static Schedule ofSeed(long seed) {
    return new Schedule(seed, 4, 5, 40, true, false);
  }

  @Test
  void theSameSeedDecidesTheSame() {
    assertEquals(Schedule.ofRound(7), Schedule.ofRound(7));
    assertEquals(drawn(ofSeed(7), THREAD), drawn(ofSeed(7), THREAD));
  }

  @Test
  void anotherSeedOrThreadDecidesOtherwise() {
    assertNotEquals(drawn(ofSeed(7), THREAD), drawn(ofSeed(8), THREAD));
    assertNotEquals(drawn(ofSeed(7), THREAD), drawn(ofSeed(7), THREAD + 1));
  }

  @Test
  void nothingThatIsDrawnIsNegative() {
    assertTrue(drawn(ofSeed(7), THREAD).stream().allMatch(draw -> draw >= 0));
  }

  @Test
  void aShareOfTheRoundsIsLeftToTheMachine() {
    long left =
        LongStream.range(0, 1000).mapToObj(Schedule::ofRound).filter(Optional::isEmpty).count();
    assertTrue(Math.abs(1000 / Schedule.UNDISTURBED_IN - left) < 50, () -> left + " of 1000");
  }
}
