package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Op;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a class in Java has not is read off its code. */
class MissingCallsTest {
  /** Refuses two calls, one by a method of its own that makes a message. */
  public static class Partial extends Altered {
    @Override
    public int interruptWait(int inth, long[] outTimestamp) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int handleReplace(int handle, int rights, int[] out) {
      throw new UnsupportedOperationException("no replace of " + handle);
    }

    @Override
    public int handleClose(int handle) {
      if (handle == 0) {
        throw new UnsupportedOperationException("only of live handles");
      }
      return super.handleClose(handle);
    }

    @Override
    public int portQueue(int porth, Packet in) {
      throw new IllegalStateException("a fault, and no refusal");
    }
  }

  /** Inherits all. */
  public static final class Heir extends Partial {}

  @Test
  void aCallThatOnlyRefusesIsMissing() {
    assertEquals(Set.of(Op.INTERRUPT_WAIT, Op.HANDLE_REPLACE), MissingCalls.of(Partial.class));
  }

  @Test
  void soIsOneThatIsInherited() {
    assertEquals(Set.of(Op.INTERRUPT_WAIT, Op.HANDLE_REPLACE), MissingCalls.of(Heir.class));
  }

  @Test
  void theReferenceHasAll() {
    assertEquals(Set.of(), MissingCalls.of(ReferenceTarget.class));
  }
}
