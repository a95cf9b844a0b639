package bindcheck.history.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a judgement may cost. */
class BudgetTest {
  private static final Duration AGES = Duration.ofDays(1);

  /** It looks at the clock now and then only. */
  private static boolean allowsLong(Budget budget) {
    boolean allows = true;
    for (int i = 0; i < 1_000; i++) {
      allows = budget.allows(1);
    }
    return allows;
  }

  @Test
  void thereAreSoManyStatesAndNoMore() {
    Budget budget = new Budget(2, AGES);
    assertTrue(budget.allows(2));
    assertEquals(Optional.empty(), budget.reason());
    assertFalse(budget.allows(3));
    assertEquals(Optional.of("more than 2 states agree with it"), budget.reason());
    assertFalse(budget.allows(1), "what is used up stays so");
  }

  @Test
  void aPartHasTheFewerStates() {
    assertFalse(new Budget(5, AGES).ofMembers(2).allows(3));
    assertFalse(new Budget(2, AGES).ofMembers(5).allows(3));
    assertTrue(new Budget(5, AGES).ofMembers(5).allows(3));
  }

  @Test
  void whereTheTimeIsOverItIsUsedUp() {
    Budget late = new Budget(5, Duration.ofSeconds(-1));
    assertTrue(late.isLate());
    assertFalse(allowsLong(late));
    assertEquals(Optional.of("not decided after -1 s"), late.reason());
    Budget early = new Budget(5, AGES);
    assertFalse(early.isLate());
    assertTrue(allowsLong(early));
  }

  @Test
  void aPartHasTheTimeOfTheWhole() {
    assertTrue(new Budget(5, Duration.ofSeconds(-1)).ofMembers(3).isLate());
    assertFalse(new Budget(5, AGES).ofMembers(3).isLate());
  }

  @Test
  void memoryIsNearlyFullWhereMuchOfItStaysInUse() {
    assertTrue(Memory.isNearlyFull(new MemoryUsage(0, 90, 100, 100)));
    assertFalse(Memory.isNearlyFull(new MemoryUsage(0, 85, 100, 100)));
    assertFalse(Memory.isNearlyFull(new MemoryUsage(0, 90, 100, -1)), "without a bound");
    assertFalse(Memory.isNearlyFull((MemoryUsage) null), "never collected");
    assertFalse(Memory.isNearlyFull());
  }

  @Test
  void memoryIsCountedInMegabytes() {
    assertEquals(Runtime.getRuntime().maxMemory() / 1024 / 1024, Memory.megabytes());
  }
}
