package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Old evidence fails where it is to, and else is skipped; both say what is old. */
class FreshnessTest {
  private static void require(boolean strict, String kept) {
    Freshness.require(strict, "(an example) seen.json", kept, "now", "renew it");
  }

  @Test
  void whatIsOfTheseClassesIsFresh() {
    assertDoesNotThrow(() -> require(true, "now"));
    assertDoesNotThrow(() -> require(false, "now"));
  }

  @Test
  void whatIsOlderFailsOrIsSkipped() {
    String reason = "(an example) seen.json is older than the classes that it is about; renew it";
    for (String kept : new String[] {"then", ""}) {
      assertEquals(
          reason, assertThrows(AssertionFailedError.class, () -> require(true, kept)).getMessage());
      assertEquals(
          reason,
          assertThrows(TestAbortedException.class, () -> require(false, kept)).getMessage());
    }
  }
}
