package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is left is told at the rate so far. */
class OutlookTest {
  private static final long TEN_SECONDS = 10_000_000_000L;

  @Test
  void whatIsLeftOfAllTasksIsTold() {
    Outlook outlook = new Outlook("scene 2 of 3, errors", 500, 1_500, 500, 7_000, TEN_SECONDS);
    assertEquals(
        "scene 2 of 3, errors: 500 of 1,500 steps, 1,000 of about 7,000 in all, 1:00 left",
        outlook.text());
  }

  @Test
  void whereTheTotalIsNotKnownItIsThatOfTheTask() {
    Outlook outlook = new Outlook("scene", 500, 1_000, 500, -1, TEN_SECONDS);
    assertEquals(OptionalLong.of(5), outlook.secondsLeft());
  }

  @Test
  void moreThanTheTotalIsNotLessThanNothing() {
    Outlook outlook = new Outlook("scene", 500, 600, 7_000, 7_000, TEN_SECONDS);
    assertTrue(outlook.secondsLeft().orElseThrow() >= 0);
  }

  @Test
  void beforeTheFirstStepNothingIsForetold() {
    assertEquals(OptionalLong.empty(), new Outlook("scene", 0, 10, 0, 10, 1).secondsLeft());
    assertEquals("identifying", new Outlook("identifying", 0, -1, 0, -1, 1).text());
  }

  @Test
  void forProgramsItIsAnObject() {
    Outlook outlook = new Outlook("scene", 500, 1_500, 500, 7_000, TEN_SECONDS);
    assertEquals(
        "{\"task\":\"scene\",\"step\":500,\"steps\":1500,\"done\":1000,\"total\":7000,"
            + "\"secondsLeft\":60}",
        outlook.json());
  }
}
