package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Implementations that throw, hang or do not let go. */
@Timeout(60)
class MisbehaviourTest {
  private static final Call ACK = Call.of(Op.INTERRUPT_ACK, 1);

  @AfterEach
  void noThreadIsLeft() {
    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("bindcheck-"))
            .toList();
    assertEquals(List.of(), left);
  }

  @Test
  void anExceptionIsReportedWithItsCall() {
    Syscalls throwing =
        new NoSyscalls() {
          @Override
          public int interruptAck(int inth) {
            throw new AssertionError("no such thing");
          }
        };
    try (JavaTarget target = new JavaTarget("throwing", () -> throwing)) {
      target.reset();
      target.start("T1", ACK);
      TargetException thrown = assertThrows(TargetException.class, target::quiesce);
      assertEquals(TargetException.Reason.THREW, thrown.reason());
      assertStartsWith(
          "T1: interrupt_ack(0x1) threw java.lang.AssertionError: no such thing at"
              + " bindcheck.target.",
          thrown);
    }
  }

  @Test
  void aConstructorThatThrowsIsReported() {
    try (JavaTarget target =
        new JavaTarget(
            "unborn",
            () -> {
              throw new UnsupportedOperationException("not today");
            })) {
      TargetException thrown = assertThrows(TargetException.class, target::reset);
      assertEquals(TargetException.Reason.THREW, thrown.reason());
    }
  }

  @Test
  void aLivelockIsATimeOut() {
    Syscalls spinning =
        new NoSyscalls() {
          @Override
          public int interruptAck(int inth) {
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            return 0;
          }
        };
    assertTimesOut(
        "did not settle: T1 runs without answering; ",
        spinning,
        "T1: interrupt_ack(0x1) RUNNABLE at bindcheck.target.");
  }

  @Test
  void aDeadlockIsATimeOut() {
    Object lock = new Object();
    Syscalls deadlocked =
        new NoSyscalls() {
          @Override
          public int interruptAck(int inth) {
            synchronized (lock) {
              return 0;
            }
          }
        };
    synchronized (lock) {
      TargetException stuck =
          assertThrows(
              TargetException.class,
              () -> assertTimesOut("", deadlocked, "T1: interrupt_ack(0x1) BLOCKED at bindcheck."));
      assertEquals(TargetException.Reason.NOT_STOPPED, stuck.reason());
      assertStartsWith("not ended by an interrupt: T1: interrupt_ack(0x1) BLOCKED", stuck);
    }
    awaitEndOf("bindcheck-T1");
  }

  private static void assertTimesOut(String livelock, Syscalls kernel, String where) {
    Duration soon = Duration.ofMillis(500);
    try (JavaTarget target = new JavaTarget("stuck", () -> kernel, Support.ALL, soon, soon)) {
      target.reset();
      target.start("T1", ACK);
      TargetException thrown = assertThrows(TargetException.class, target::quiesce);
      assertEquals(TargetException.Reason.TIME_OUT, thrown.reason());
      assertStartsWith(livelock + "neither returned nor waiting after 500 ms: " + where, thrown);
    }
  }

  private static void assertStartsWith(String start, Exception thrown) {
    assertTrue(thrown.getMessage().startsWith(start), thrown.getMessage());
  }

  private static void awaitEndOf(String name) {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .forEach(MisbehaviourTest::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
