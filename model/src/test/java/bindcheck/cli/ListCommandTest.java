package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands take by name can be looked up, and what it means. */
@Timeout(120)
class ListCommandTest {
  @ParameterizedTest
  @CsvSource({
    "requirements, R-bind, A bind ties one interrupt object to one port.",
    "choices, C-idle-ack, BAD_STATE OK: The reply to an ack with nothing outstanding",
    "variants, zircon-2018, one alternative of each choice",
    "scenes, backlog, 'in full, small'",
    "programs, ack-read-02-one-acker, 'Of two readers, one acks'",
    "models, MCErrors, handles and errors",
  })
  void eachNameHasALine(String kind, String name, String meaning) {
    Run run = Run.of("list", kind);
    assertEquals(0, run.code(), run::err);
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches(name + " +\\Q" + meaning + "\\E")),
        run::out);
  }

  @Test
  void withoutAKindItSaysHowManyThereAre() {
    Run run = Run.of("list");
    int requirements = (int) Run.of("list", "requirements").out().lines().count();
    assertTrue(run.out().contains("requirements  %4d\n".formatted(requirements)), run::out);
  }

  @Test
  void anUnknownKindIsBadInput() {
    Run run = Run.of("list", "bugs");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("expected a kind out of requirements, "), run::err);
  }

  @Test
  void aRequirementIsExplained() {
    Run run = Run.of("explain", "R-bind-waiting");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().startsWith("R-bind-waiting: An interrupt that a thread "), run::out);
    assertTrue(run.out().contains("document      bind, Errors: BAD_STATE\n"), run::out);
    assertTrue(run.out().matches("(?s).*specified     spec/Binding.tla:\\d+.*"), run::out);
    assertTrue(run.out().contains("bind-wait-01-one-of-two"), run::out);
  }

  @Test
  void aChoiceIsExplainedByItsAlternatives() {
    Run run = Run.of("explain", "C-trigger-unread");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("policy: an implementation takes one alternative"), run::out);
    assertTrue(run.out().contains("lost: only kernels do so; taken by zircon-2018,"), run::out);
    assertTrue(
        run.out().contains("queues: the document admits it; taken by reference\n"), run::out);
  }

  @Test
  void anUnknownIdIsBadInput() {
    Run run = Run.of("explain", "C-unbnd");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("found 'C-unbnd' (did you mean C-unbind?)"), run::err);
  }
}
