package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a run of several threads at once is seen to be. */
@Timeout(60)
class JavaRunnerTest {
  private static final Line ACK = call(Op.INTERRUPT_ACK, 1);
  private static final Line DESTROY = call(Op.INTERRUPT_DESTROY, 1);
  private static final Line WAIT = call(Op.PORT_WAIT, 1, Deadline.INFINITE.raw());
  private static final Line TIMED = call(Op.PORT_WAIT, 1, Deadline.FINITE.raw());

  private static Line call(Op op, long... arguments) {
    return Line.of(Line.MAIN, Call.of(op, arguments), 0);
  }

  private static Ends run(Supplier<Syscalls> kernel, List<Line> t1, List<Line> t2) {
    SortedMap<String, List<Line>> threads = new TreeMap<>();
    threads.put("T1", t1);
    threads.put("T2", t2);
    try (Runner runner = new JavaRunner(kernel, Duration.ofSeconds(20), Duration.ofMillis(5))) {
      Ends ends = runner.run(new Plan(List.of(), threads));
      assertTrue(runner.isExact());
      return ends;
    }
  }

  /** A port without packets; an ack waits for a destroy. */
  private static class Waiting extends NoSyscalls {
    private boolean destroyed;
    private boolean expired;

    @Override
    public synchronized int portWait(int porth, long deadline, Packet out) {
      while (!expired || deadline == Deadline.INFINITE.raw()) {
        sleep();
      }
      return -21;
    }

    @Override
    public synchronized int interruptAck(int inth) {
      while (!destroyed) {
        sleep();
      }
      return 0;
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void sleep() {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public synchronized int interruptDestroy(int inth) {
      destroyed = true;
      notifyAll();
      return 0;
    }
  }

  @Test
  void aThreadWaitsForAnother() {
    Ends ends = run(Waiting::new, List.of(ACK, ACK), List.of(DESTROY));
    assertEquals(List.of(List.of(Reply.of(0), Reply.of(0)), List.of(Reply.of(0))), ends.replies());
  }

  @Test
  void aThreadThatNobodyWakesIsBlocked() {
    Ends ends = run(Waiting::new, List.of(DESTROY, WAIT, ACK), List.of(ACK));
    assertEquals(List.of(List.of(Reply.of(0)), List.of(Reply.of(0))), ends.replies());
    assertFalse(ends.reused());
  }

  @Test
  void aFiniteDeadlinePassesAlsoAfterAnotherWait() {
    Supplier<Syscalls> kernel =
        () ->
            new Waiting() {
              @Override
              public synchronized void expire(Thread thread) {
                super.expired = true;
                notifyAll();
              }
            };
    Ends ends = run(kernel, List.of(ACK, TIMED), List.of(TIMED, DESTROY));
    assertEquals(List.of(Reply.of(0), Reply.of(-21)), ends.replies().get(0));
    assertEquals(2, ends.replies().get(1).size());
  }

  @Test
  void aClockThatCannotBeToldIsSaidToBe() {
    assertThrows(
        UnsupportedOperationException.class,
        () -> run(Waiting::new, List.of(TIMED), List.of(DESTROY)));
  }

  @Test
  void anExceptionOfACallIsReported() {
    Supplier<Syscalls> kernel =
        () ->
            new Waiting() {
              @Override
              public synchronized int interruptDestroy(int inth) {
                throw new IllegalStateException("in pieces");
              }
            };
    TargetException e =
        assertThrows(TargetException.class, () -> run(kernel, List.of(ACK), List.of(DESTROY)));
    assertEquals(TargetException.Reason.THREW, e.reason());
    assertTrue(e.getMessage().contains("in pieces"), e::getMessage);
  }

  @Test
  void aDeadlockIsReportedLongBeforeTheTimeOut() {
    SortedMap<String, List<Line>> threads = new TreeMap<>();
    threads.put("T1", List.of(ACK));
    threads.put("T2", List.of(DESTROY));
    JavaRunner runner = new JavaRunner(CrossedLocks::new, Duration.ofDays(1), Duration.ofMillis(5));
    TargetException e =
        assertThrows(TargetException.class, () -> runner.run(new Plan(List.of(), threads)));
    assertEquals(TargetException.Reason.DEADLOCK, e.reason());
    assertThrows(TargetException.class, runner::close, "the two threads cannot be ended");
  }
}
