package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The specification's numbers in the notation of scripts, and the values that stand for them. */
class VocabularyTest {
  private static final Values THOUSANDS = (kind, number) -> 1000L * number;

  private final Vocabulary plain = Vocabulary.plain();

  private static Stimulus stimulus(Op op, long... arguments) {
    return new Stimulus("A", Call.of(op, arguments), 0);
  }

  private static BitSet numbers(int... some) {
    BitSet numbers = new BitSet();
    for (int number : some) {
      numbers.set(number);
    }
    return numbers;
  }

  private String line(Stimulus stimulus) {
    return plain.line(stimulus).toString();
  }

  private String dressed(Stimulus stimulus, int... live) {
    return line(plain.dress(stimulus, THOUSANDS, numbers(live)));
  }

  @Test
  void aLineHasNamesForHandlesAndValuesForNumbers() {
    assertEquals("A: interrupt_bind(h1, h2, 3, 0)", line(stimulus(Op.INTERRUPT_BIND, 1, 2, 3, 0)));
    assertEquals("A: port_queue(h2, 0, 1)", line(stimulus(Op.PORT_QUEUE, 2, 0, 1)));
  }

  @Test
  void theHandleZeroIsNoName() {
    assertEquals("A: interrupt_ack(INVALID)", line(stimulus(Op.INTERRUPT_ACK, 0)));
  }

  @Test
  void aLineNamesTheHandleThatItMakes() {
    Call create = Call.of(Op.PORT_CREATE, 0);
    assertEquals("A: h5 = port_create(0)", line(new Stimulus("A", create, 5)));
    Call nowhere = Call.of(Op.PORT_CREATE, true, 0);
    assertEquals("A: port_create(0, NULL)", line(new Stimulus("A", nowhere, 0)));
  }

  @Test
  void thePassingOfADeadlineIsALineOfItsOwn() {
    assertEquals("expire(A)", line(Stimulus.expire("A")));
  }

  @Test
  void theNamesOfASetUpTakeThePlaceOfAllOthers() {
    plain.handle("mine");
    plain.nameHandles(List.of(new Stimulus("A", Call.of(Op.PORT_CREATE, 0), 1)));
    assertEquals("A: interrupt_ack(p1)", line(stimulus(Op.INTERRUPT_ACK, 1)));
    assertEquals(2, plain.handle("mine"), "a new number, for p1 has the first");
    plain.nameHandles(List.of());
    assertEquals("A: interrupt_ack(h1)", line(stimulus(Op.INTERRUPT_ACK, 1)));
    assertEquals(2, plain.handle("other"), "after h1");
  }

  @Test
  void aDressedCallHasTheValuesThatItIsGiven() {
    assertEquals(
        "A: interrupt_bind(h1, h2, 3000, UNBIND)",
        dressed(stimulus(Op.INTERRUPT_BIND, 1, 2, 3, 1)));
    assertEquals(
        "A: interrupt_trigger(h1, 0x2, 1000)", dressed(stimulus(Op.INTERRUPT_TRIGGER, 1, 2, 1)));
    assertEquals("A: port_queue(h1, 2000, 3000)", dressed(stimulus(Op.PORT_QUEUE, 1, 2, 3)));
  }

  @Test
  void zeroStaysZero() {
    assertEquals(
        "A: interrupt_bind(h1, h2, 0, 0)", dressed(stimulus(Op.INTERRUPT_BIND, 1, 2, 0, 0)));
    assertEquals("A: port_queue(h1, 0, 0)", dressed(stimulus(Op.PORT_QUEUE, 1, 0, 0)));
    assertEquals("A: port_queue(h1, 0, 3000)", dressed(stimulus(Op.PORT_QUEUE, 1, 0, 3)));
    assertEquals("A: port_queue(h1, 2000, 0)", dressed(stimulus(Op.PORT_QUEUE, 1, 2, 0)));
  }

  @Test
  void aCallThatQueuesNothingHasNoValues() {
    Stimulus nothing = new Stimulus("A", Call.of(Op.PORT_QUEUE, true, 1), 0);
    assertEquals("A: port_queue(h1, NULL)", dressed(nothing));
    Stimulus expire = Stimulus.expire("A");
    assertSame(expire, plain.dress(expire, THOUSANDS, numbers()));
  }

  @Test
  void aValueGetsItsNumberUnlessThatStandsForSomethingLive() {
    Stimulus queues = stimulus(Op.PORT_QUEUE, 1, 1, 2);
    assertEquals(queues, plain.dress(queues, THOUSANDS, numbers()));
    BitSet live = numbers(1);
    assertEquals(
        stimulus(Op.PORT_QUEUE, 1, 2, 3),
        Vocabulary.plain().dress(queues, THOUSANDS, live),
        "the key has the number 2, so that the payload has the next");
    assertEquals(numbers(1), live);
    Stimulus triggers = stimulus(Op.INTERRUPT_TRIGGER, 1, 0, 2);
    assertEquals(
        triggers,
        Vocabulary.plain().dress(triggers, THOUSANDS, live),
        "handles are numbered by themselves");
  }

  @Test
  void aDressedPacketMayBeAWholeOne() {
    PortPacket whole = new PortPacket(PortPacket.USER, 2000, -5, new Payload(3, 4, 5, 6));
    Values packets =
        new Values() {
          @Override
          public long next(Kind kind, int number) {
            return 1000L * number;
          }

          @Override
          public PortPacket packet(long key, int number) {
            return whole;
          }
        };
    Stimulus dressed = plain.dress(stimulus(Op.PORT_QUEUE, 1, 2, 3), packets, numbers());
    assertEquals(stimulus(Op.PORT_QUEUE, 1, 2, 3), dressed);
    assertEquals(whole, plain.line(dressed).call().packet());
  }

  @Test
  void whatAnOutcomeLooksLikeHasValues() {
    Semantics doc = new Semantics(SpecModule.load("Evaluation"), "doc");
    Automaton automaton = new Automaton(doc, List.of(Line.MAIN, "A"));
    Vocabulary wide = new Vocabulary();
    int at = automaton.empty();
    at = settled(automaton, at, new Stimulus("main", Call.of(Op.PORT_CREATE, 0), 1));
    at = settled(automaton, at, new Stimulus("A", Call.of(Op.PORT_WAIT, 1, Long.MAX_VALUE), 0));
    int queued = automaton.apply(at, new Stimulus("main", Call.of(Op.PORT_QUEUE, 1, 1, 0), 0));
    Quiescence outcome = automaton.settle(queued).get(0);
    assertEquals(
        Observation.of(Map.of("main", Reply.of(Status.OK), "A", Reply.userPacket(-1, 0)), Set.of()),
        wide.observation(automaton, outcome));
  }

  private static int settled(Automaton automaton, int from, Stimulus stimulus) {
    return automaton.settle(automaton.apply(from, stimulus)).get(0).configuration();
  }
}
