package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JavaTargetTest {
  private static final Call ACK = Call.of(Op.INTERRUPT_ACK, 1);
  private static final Reply OK = Reply.of(Status.OK);

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
  void aReaderIsBlockedUntilTheTrigger() {
    try (JavaTarget target = new JavaTarget("reference", ReferenceTarget::new)) {
      target.reset();
      int port = create(target, Call.of(Op.PORT_CREATE, 1));
      int interrupt = create(target, Call.of(Op.INTERRUPT_CREATE, 0, 0, 0x10));
      target.start("main", Call.of(Op.INTERRUPT_BIND, interrupt, port, -1, 0));
      assertEquals(Observation.of(Map.of("main", OK), Set.of()), target.observe());
      target.start("T1", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE));
      assertEquals(Observation.of(Map.of(), Set.of("T1")), target.observe());
      target.start("main", Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, -7));
      assertEquals(
          Observation.of(Map.of("main", OK, "T1", Reply.interruptPacket(-1, -7)), Set.of()),
          target.observe());
    }
  }

  @Test
  void aPollGivesTheRepliesThatHaveComeAndNoOther() {
    try (JavaTarget target = new JavaTarget("reference", ReferenceTarget::new)) {
      target.reset();
      int port = create(target, Call.of(Op.PORT_CREATE, 1));
      target.start("T1", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE));
      target.start("main", Call.of(Op.INTERRUPT_ACK, 0));
      SortedMap<String, Reply> seen = target.poll();
      while (seen.isEmpty()) {
        seen = target.poll();
      }
      assertEquals(Map.of("main", Reply.of(Status.BAD_HANDLE)), seen);
      assertEquals(Observation.of(Map.of(), Set.of("T1")), target.observe());
    }
  }

  @Test
  void everyCallReachesTheKernel() {
    try (JavaTarget target = new JavaTarget("reference", ReferenceTarget::new)) {
      target.reset();
      int event = create(target, Call.of(Op.EVENT_CREATE, 0));
      int port = create(target, Call.of(Op.PORT_CREATE, 0));
      int other = create(target, Call.of(Op.HANDLE_DUPLICATE, port, 1L << 31));
      int replaced = create(target, Call.of(Op.HANDLE_REPLACE, other, 1L << 31));
      int interrupt = create(target, Call.of(Op.INTERRUPT_CREATE, 0, 0, 0x10));
      assertStatus(target, Status.OK, Call.of(Op.HANDLE_CLOSE, replaced));
      assertStatus(target, Status.BAD_HANDLE, Call.of(Op.HANDLE_CLOSE, other));
      assertStatus(target, Status.WRONG_TYPE, Call.of(Op.PORT_WAIT, interrupt, 0));
      assertStatus(target, Status.INVALID_ARGS, Call.of(Op.PORT_WAIT, true, port, 0));
      assertStatus(target, Status.INVALID_ARGS, Call.of(Op.PORT_QUEUE, true, port));
      assertStatus(target, Status.INVALID_ARGS, Call.of(Op.EVENT_CREATE, true, 0));
      assertStatus(target, Status.BAD_STATE, Call.of(Op.INTERRUPT_ACK, interrupt));
      assertStatus(target, Status.OK, Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, 5));
      target.start("main", Call.of(Op.INTERRUPT_WAIT, interrupt));
      assertEquals(Reply.ok(new Reply.Timestamp(5)), target.quiesce().get("main"));
      assertStatus(target, Status.OK, Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, 5));
      assertStatus(target, Status.OK, Call.of(Op.INTERRUPT_WAIT, true, interrupt));
      assertStatus(target, Status.OK, Call.of(Op.INTERRUPT_DESTROY, interrupt));
      assertStatus(target, Status.WRONG_TYPE, Call.of(Op.INTERRUPT_DESTROY, event));
    }
  }

  @Test
  void aFiniteDeadlinePassesWhenToldTo() {
    try (JavaTarget target = new JavaTarget("reference", ReferenceTarget::new)) {
      target.reset();
      int port = create(target, Call.of(Op.PORT_CREATE, 0));
      target.start("T1", Call.of(Op.PORT_WAIT, port, 1L << 62));
      target.start("T2", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE));
      assertEquals(Observation.of(Map.of(), Set.of("T1", "T2")), target.observe());
      target.expire("T1");
      assertEquals(
          Observation.of(Map.of("T1", Reply.of(Status.TIMED_OUT)), Set.of("T2")), target.observe());
      target.expire("T2");
      assertEquals(Observation.of(Map.of(), Set.of("T2")), target.observe());
      assertThrows(IllegalStateException.class, () -> target.expire("T1"));
    }
  }

  @Test
  void expireMayBeUnsupported() {
    try (JavaTarget target = new JavaTarget("relay", () -> new Relay(1))) {
      target.reset();
      target.start("T1", Call.of(Op.INTERRUPT_WAIT, 0));
      target.quiesce();
      assertThrows(UnsupportedOperationException.class, () -> target.expire("T1"));
      assertEquals(Set.of("T1"), target.blocked());
    }
  }

  @Test
  void aThreadMakesOneCallAtATime() {
    try (JavaTarget target = new JavaTarget("relay", () -> new Relay(1))) {
      assertThrows(IllegalStateException.class, () -> target.start("T1", ACK));
      target.reset();
      target.start("T1", Call.of(Op.INTERRUPT_WAIT, 0));
      target.quiesce();
      assertThrows(IllegalStateException.class, () -> target.start("T1", ACK));
      assertThrows(IllegalStateException.class, target::reset);
      target.abandon();
      target.reset();
      assertEquals(Set.of(), target.blocked());
      target.start("T1", ACK);
      assertEquals(Set.of("T1"), target.quiesce().keySet());
    }
  }

  @Test
  void threadsAreKeptAcrossResets() {
    try (JavaTarget target = new JavaTarget("reference", ReferenceTarget::new)) {
      long[] started = {0};
      for (int walk = 0; walk < 2_000; walk++) {
        target.reset();
        int port = create(target, Call.of(Op.PORT_CREATE, 0));
        target.start("T1", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE));
        assertEquals(Observation.of(Map.of(), Set.of("T1")), target.observe());
        target.start("main", Call.of(Op.PORT_QUEUE, port, walk, walk));
        assertEquals(Reply.userPacket(walk, walk), target.quiesce().get("T1"));
        long now = ManagementFactory.getThreadMXBean().getThreadCount();
        started[0] = Math.max(started[0], now);
      }
      assertTrue(started[0] < 100, "threads: " + started[0]);
      assertTrue(target.isExact());
    }
  }

  private static int create(Target target, Call call) {
    target.start("main", call);
    return ((Reply.Handle) target.quiesce().get("main").output()).raw();
  }

  private static void assertStatus(Target target, Status status, Call call) {
    target.start("main", call);
    assertEquals(Map.of("main", Reply.of(status)), target.quiesce(), call.toString());
  }
}
