package bindcheck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.ReferenceTarget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Litmus programs become tests. */
@Timeout(300)
class LitmusTest {
  @TestFactory
  Stream<DynamicTest> theReferenceEndsAsIsAllowed() {
    return Litmus.of(ReferenceTarget.class).theme("bind-wait").runs(50).tests();
  }

  @TestFactory
  Stream<DynamicTest> theReferenceEndsAsIsAllowedUnderLincheck() {
    return Litmus.of(ReferenceTarget.class).theme("close-06-twice").interleavings(20).tests();
  }

  @Test
  void aForbiddenEndFailsWithTheProgramAndTheReason() {
    List<String> messages = Cases.messages(Cases.run("junit-jupiter", Cases.Racing.class));
    assertEquals(1, messages.size());
    String message = messages.get(0);
    assertTrue(message.contains("forbidden: "), message);
    assertTrue(message.contains("interrupt_destroy(i)"), message);
  }
}
