package bindcheck.junit;

import bindcheck.call.Verdict;
import java.util.Collection;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/** What a verdict is to JUnit. */
final class Outcomes {
  private Outcomes() {}

  /**
   * Returns on PASS, and aborts the test on SKIPPED; what is undecided has not passed.
   *
   * @param text what it is about, or why it was skipped
   * @param evidence what a failure shows
   */
  static void require(Verdict verdict, String text, Collection<?> evidence) {
    switch (verdict) {
      case PASS -> {}
      case SKIPPED -> Assumptions.abort("skipped: " + text);
      case FAIL, INCONCLUSIVE -> throw failure(verdict + ": " + text, evidence);
    }
  }

  static AssertionFailedError failure(String head, Collection<?> evidence) {
    StringBuilder message = new StringBuilder(head);
    evidence.forEach(each -> message.append("\n\n").append(each));
    return new AssertionFailedError(message.toString());
  }
}
