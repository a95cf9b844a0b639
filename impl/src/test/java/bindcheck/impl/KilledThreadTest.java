package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A thread that is interrupted while its call is blocked: the call ends, and nothing else does. */
class KilledThreadTest extends KernelTest {
  /** No status of the kernel: the thread was killed, and its interrupted status is set. */
  private static final int KILLED = 1;

  private final int port = port();

  private static Call killed(Call.Body body) {
    Call call =
        Call.blocked(
            () -> {
              try {
                return body.status();
              } catch (ThreadKilled e) {
                return Thread.currentThread().isInterrupted() ? KILLED : 2;
              }
            });
    call.thread().interrupt();
    return call;
  }

  @Test
  void readerThatIsKilledTakesNoPacket() throws InterruptedException {
    for (long deadline : new long[] {1, Clock.INFINITE}) {
      Call reader = killed(() -> kernel.portWait(port, deadline, new Packet()));
      assertEquals(KILLED, reader.status());
    }
    queue(port, KEY);
    assertEquals(KEY, read(port).key);
  }

  @Test
  void waiterThatIsKilledLeavesItsPlaceToAnother() throws InterruptedException {
    int interrupt = interrupt();
    assertEquals(KILLED, killed(() -> kernel.interruptWait(interrupt, null)).status());
    Call other = waiter(interrupt, null);
    trigger(interrupt, 1);
    ok(other.status());
  }
}
