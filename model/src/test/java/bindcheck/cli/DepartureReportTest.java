package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a target does otherwise than the variant walked, and right, it is said at which step. */
@Timeout(120)
class DepartureReportTest {
  @Test
  void theStepTheChoiceAndWhatToDoAreNamed() {
    Run run =
        Run.of(
            "check",
            "--suite",
            "quick",
            "--of",
            "reference,C-idle-ack=BAD_STATE",
            "--target",
            "spec:reference",
            "--only",
            "C-idle-ack");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("for example at interrupt_ack("), run::out);
    assertTrue(
        run.out().contains("C-idle-ack=OK, where the variant walked takes BAD_STATE\n"), run::out);
    assertTrue(run.out().contains("--of VARIANT,C-idle-ack=OK walks those\n"), run::out);
  }
}
