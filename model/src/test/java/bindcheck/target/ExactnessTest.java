package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a call is blocked is seen exactly, every time: no round here may differ by chance. */
@Timeout(120)
class ExactnessTest {
  private static final List<String> READERS = List.of("T0", "T1", "T2");
  private static final long SEED = 20_180_907;

  @Test
  void everyHopOfARelayIsOverBeforeItIsCalledQuiet() {
    Random random = new Random(SEED);
    try (JavaTarget target = new JavaTarget("relay", () -> new Relay(READERS.size()))) {
      target.reset();
      for (int i = 0; i < READERS.size(); i++) {
        target.start(READERS.get(i), Call.of(Op.INTERRUPT_WAIT, i));
      }
      assertEquals(Observation.of(Map.of(), READERS), target.observe());
      for (int round = 0; round < 5_000; round++) {
        int first = random.nextInt(READERS.size());
        int hops = random.nextInt(8);
        target.start("main", Call.of(Op.INTERRUPT_TRIGGER, first, 0, hops));
        int last = (first + hops) % READERS.size();
        Reply released = Reply.ok(new Reply.Timestamp(0));
        assertReturned(
            target, Map.of("main", Reply.of(Status.OK), READERS.get(last), released), round);
        target.start(READERS.get(last), Call.of(Op.INTERRUPT_WAIT, last));
        assertReturned(target, Map.of(), round);
      }
      assertTrue(target.isExact());
    }
  }

  /** Queues and reads at random; the outcome is known but for which reader gets the packet. */
  @Test
  void readersOfAPortReturnAsManyAsThereArePackets() {
    Random random = new Random(SEED);
    try (JavaTarget target = new JavaTarget("port", ReferenceTarget::new)) {
      target.reset();
      target.start("main", Call.of(Op.PORT_CREATE, 0));
      int port = ((Reply.Handle) target.quiesce().get("main").output()).raw();
      Queue<Long> queued = new ArrayDeque<>();
      for (int round = 0; round < 20_000; round++) {
        if (random.nextBoolean() && target.blocked().size() < READERS.size()) {
          read(target, port, queued, random, round);
        } else if (queued.size() < 100) {
          queue(target, port, queued, round);
        }
      }
      assertTrue(target.isExact());
    }
  }

  private static void read(
      JavaTarget target, int port, Queue<Long> queued, Random random, int round) {
    List<String> idle =
        READERS.stream().filter(reader -> !target.blocked().contains(reader)).toList();
    String reader = idle.get(random.nextInt(idle.size()));
    long deadline = random.nextBoolean() ? Long.MAX_VALUE : 1L << 62;
    target.start(reader, Call.of(Op.PORT_WAIT, port, deadline));
    Map<String, Reply> expected =
        queued.isEmpty() ? Map.of() : Map.of(reader, Reply.userPacket(queued.remove(), 1));
    assertReturned(target, expected, round);
  }

  /** Queues one packet or, by two threads at once, two. */
  private static void queue(JavaTarget target, int port, Queue<Long> queued, int round) {
    int packets = 1 + round % 2;
    int waiting = target.blocked().size();
    for (int i = 0; i < packets; i++) {
      target.start("queue" + i, Call.of(Op.PORT_QUEUE, port, round, 1));
    }
    Map<String, Reply> replies = new HashMap<>(target.quiesce());
    for (int i = 0; i < packets; i++) {
      assertEquals(Reply.of(Status.OK), replies.remove("queue" + i), "round " + round);
    }
    int delivered = Math.min(packets, waiting);
    assertEquals(delivered, replies.size(), "round " + round);
    replies.values().forEach(reply -> assertEquals(Reply.userPacket(round, 1), reply));
    assertEquals(waiting - delivered, target.blocked().size(), "round " + round);
    for (int i = delivered; i < packets; i++) {
      queued.add((long) round);
    }
  }

  /** Those returned, and of the threads that were in a call all others are blocked. */
  private static void assertReturned(JavaTarget target, Map<String, Reply> expected, int round) {
    TreeSet<String> before = new TreeSet<>(target.blocked());
    Observation seen = target.observe();
    assertEquals(expected, seen.replies(), "round " + round + ", seed " + SEED);
    before.removeAll(expected.keySet());
    assertTrue(seen.blocked().containsAll(before), "round " + round + ", seed " + SEED);
  }
}
