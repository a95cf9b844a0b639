package bindcheck.explain;

import static bindcheck.report.Seen.BOUND;
import static bindcheck.report.Seen.GLOSSARY;
import static bindcheck.report.Seen.OK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Field;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.report.Seen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong of an observation, and nothing else, says which requirements it breaks. */
@Timeout(120)
class BrokenTest {
  private static final String PORT = "p = port_create(0)\n";
  private static final String INTERRUPT = "i = interrupt_create(INVALID, 0, VIRTUAL)\n";
  private static final String READ = "T1: port_wait(p, PAST)\n";
  private static final String BLOCKED_READ = "T1: port_wait(p, INFINITE)\n";
  private static final String BLOCKED_WAIT = "T1: interrupt_wait(i)\n";
  private static final String TRIGGER = "interrupt_trigger(i, 0, 5)\n";
  private static final String TWO_USER_PACKETS =
      PORT + "port_queue(p, 1, 2)\nport_queue(p, 3, 4)\n";
  private static final Observation T1_BLOCKED = Observation.of(Map.of(), Set.of("T1"));

  private static Reply packet(int type, long key, int status, long value) {
    return Reply.ok(new PortPacket(type, key, status, value));
  }

  private static Observation t1(Reply reply) {
    return Seen.of("T1", reply);
  }

  private static Observation okAnd(Reply reply) {
    return Observation.of(Map.of("main", Reply.of(Status.OK), "T1", reply), Set.of());
  }

  private static Arguments mistake(
      Field field, String script, Observation last, String... requirements) {
    return Arguments.of(field, script, last, new TreeSet<>(Arrays.asList(requirements)));
  }

  static Stream<Arguments> mistakes() {
    Reply timeout = Reply.of(Status.TIMED_OUT);
    Reply invalid = Reply.ok(new Reply.Handle(0));
    Observation lost = Observation.of(Map.of("main", Reply.of(Status.OK)), Set.of("T1"));
    String delivered = BOUND + TRIGGER + READ;
    String awaited = BOUND + BLOCKED_READ + TRIGGER;
    return Stream.of(
        mistake(
            Field.RETURNS,
            awaited,
            lost,
            "R-packet-delivered",
            "R-packet-wakes-reader",
            "R-port-wait-interrupt"),
        mistake(
            Field.RETURNS, INTERRUPT + BLOCKED_WAIT + TRIGGER, lost, "R-trigger-waiter", "R-wait"),
        mistake(Field.RETURNS, PORT + READ, T1_BLOCKED, "R-port-wait-timed-out"),
        mistake(Field.BLOCKS, PORT + BLOCKED_READ, t1(timeout), "R-port-wait-blocks"),
        mistake(
            Field.BLOCKS,
            PORT + BLOCKED_READ + "q = port_create(0)\n",
            okAnd(Reply.userPacket(1, 2)),
            "R-port-wait-blocks"),
        mistake(
            Field.SUCCEEDS,
            BOUND + "interrupt_bind(i, p, 8, 0)\n",
            OK,
            "R-bind-already-bound",
            "R-bind-once",
            "R-failure-changes-nothing"),
        mistake(Field.SUCCEEDS, delivered, t1(timeout), "R-port-wait-interrupt"),
        mistake(
            Field.SUCCEEDS,
            awaited,
            okAnd(timeout),
            "R-packet-delivered",
            "R-packet-wakes-reader",
            "R-port-wait-interrupt"),
        mistake(
            Field.STATUS,
            BOUND + "interrupt_bind(i, p, 8, 0)\n",
            Seen.main(Status.BAD_STATE),
            "R-bind-already-bound"),
        mistake(Field.HANDLE, INTERRUPT, Seen.main(invalid), "R-create"),
        mistake(
            Field.HANDLE,
            INTERRUPT + "j = handle_duplicate(i, SAME_RIGHTS)\n",
            Seen.main(invalid),
            "R-duplicate"),
        mistake(
            Field.TIMESTAMP,
            INTERRUPT + TRIGGER + BLOCKED_WAIT,
            t1(Reply.ok(new Reply.Timestamp(6))),
            "R-wait"),
        mistake(Field.TIMESTAMP, delivered, t1(Reply.interruptPacket(7, 6)), "R-packet-timestamp"),
        mistake(Field.TIMESTAMP, awaited, okAnd(Reply.interruptPacket(7, 6)), "R-packet-timestamp"),
        mistake(Field.KEY, delivered, t1(Reply.interruptPacket(8, 5)), "R-packet-key"),
        mistake(Field.KEY, awaited, okAnd(Reply.interruptPacket(8, 5)), "R-packet-key"),
        mistake(
            Field.KEY,
            TWO_USER_PACKETS + READ,
            t1(Reply.userPacket(3, 2)),
            "R-fifo",
            "R-port-queue"),
        mistake(
            Field.TYPE,
            BOUND + "port_queue(p, 1, 2)\n" + TRIGGER + READ,
            t1(Reply.userPacket(1, 2)),
            "R-port-wait-interrupt",
            "R-priority"),
        mistake(
            Field.TYPE,
            awaited,
            okAnd(packet(9, 7, 0, 5)),
            "R-packet-delivered",
            "R-port-wait-interrupt"),
        mistake(Field.PACKET_STATUS, delivered, t1(packet(7, 7, -1, 5)), "R-port-wait-interrupt"),
        mistake(
            Field.PAYLOAD,
            PORT + "port_queue(p, 1, 2)\n" + READ,
            t1(Reply.userPacket(1, 3)),
            "R-port-queue"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void onlyWhatSpeaksOfTheMistakeIsBroken(
      Field field, String script, Observation last, SortedSet<String> requirements) {
    Explained told = Seen.explained(script, seen(script, last));
    assertTrue(
        last.wrong(told.shown().step().nearest().observation()).values().stream()
            .anyMatch(fields -> fields.contains(field)));
    assertEquals(requirements, told.broken());
  }

  /** A script in which only reads and waits for ever block, and the last line is told. */
  private static Observation[] seen(String script, Observation last) {
    List<String> lines = script.lines().toList();
    List<Observation> seen = new ArrayList<>();
    boolean isBlocked = false;
    for (String line : lines) {
      boolean isT1 = line.startsWith("T1");
      isBlocked |= isT1;
      seen.add(isT1 ? T1_BLOCKED : isBlocked ? okAndBlocked() : OK);
    }
    seen.set(lines.size() - 1, last);
    return seen.toArray(Observation[]::new);
  }

  private static Observation okAndBlocked() {
    return Observation.of(Map.of("main", Reply.of(Status.OK)), Set.of("T1"));
  }

  @Test
  void everyFieldHasAMistake() {
    Set<Field> left = EnumSet.allOf(Field.class);
    mistakes().forEach(mistake -> left.remove(mistake.get()[0]));
    assertEquals(Set.of(), left);
  }

  @Test
  void everyRequirementSpeaksOfSomethingThatIsSeen() {
    Set<String> seen = new TreeSet<>();
    for (Op op : Op.values()) {
      Arrays.stream(Field.values()).forEach(field -> seen.add(op.scriptName() + "." + field));
    }
    for (String id : GLOSSARY.requirements()) {
      assertTrue(!GLOSSARY.speaksOf(id).isEmpty(), () -> id + " speaks of nothing");
      assertTrue(seen.containsAll(GLOSSARY.speaksOf(id)), () -> id + GLOSSARY.speaksOf(id));
    }
  }

  @Test
  void whatIsNearestHasTheFewestFieldsWrong() {
    // A packet with two wrong fields is nearer to the packet than to none at all.
    Explained told =
        Seen.explained(
            BOUND + "T1: port_wait(p, FINITE)\n" + TRIGGER,
            OK,
            OK,
            OK,
            T1_BLOCKED,
            okAnd(Reply.interruptPacket(8, 6)));
    assertEquals(Set.of("R-packet-key", "R-packet-timestamp"), told.broken());
  }
}
