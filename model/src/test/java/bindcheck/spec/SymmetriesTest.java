package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Symmetries.tla names the fields that hold 64-bit values and threads; which do is seen in the
 * states that calls with numbers and threads of no other meaning lead to.
 */
class SymmetriesTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Semantics EVERY = new Semantics(MODULE, Variants.every(MODULE));
  private static final List<String> THREADS = List.of("main", "one", "two");
  private static final Automaton AUTOMATON = new Automaton(EVERY, THREADS);

  /** Above every handle, object and count of packets. */
  private static final int LEAST_VALUE = 1_000_000;

  private static final Set<Integer> NOTED = new HashSet<>();
  private static final Set<String> VALUE_FIELDS = new TreeSet<>();
  private static final Set<String> THREAD_FIELDS = new TreeSet<>();

  private static final long PORT = 1;
  private static final long INTERRUPT = 2;
  private static final long UNBIND = 1;

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void valuesAndThreadsAreWhereTheSpecificationSays(
      @ForAll @Size(min = 20, max = 40) List<Integer> choices) {
    int current = made(made(AUTOMATON.empty(), portCreate()), interruptCreate());
    for (int i = 0; i < choices.size(); i++) {
      int choice = choices.get(i);
      List<Stimulus> stimuli = stimuli(current, LEAST_VALUE + i);
      if (stimuli.isEmpty()) {
        return; // every thread is blocked
      }
      int started = AUTOMATON.apply(current, stimuli.get(Math.floorMod(choice, stimuli.size())));
      note(started);
      List<Quiescence> outcomes = AUTOMATON.settle(started);
      current = outcomes.get(Math.floorMod(choice / 97, outcomes.size())).configuration();
      note(current);
    }
  }

  @AfterContainer
  static void everyFieldThatIsNamedWasSeen() {
    assertEquals(named("ValueFields"), VALUE_FIELDS);
    assertEquals(named("ThreadFields"), THREAD_FIELDS);
  }

  private static Set<String> named(String fields) {
    return new TreeSet<>(Terms.texts(MODULE.evaluate(fields)));
  }

  private static int made(int current, Stimulus stimulus) {
    return AUTOMATON.settle(AUTOMATON.apply(current, stimulus)).get(0).configuration();
  }

  private static Stimulus portCreate() {
    return new Stimulus("main", Call.of(Op.PORT_CREATE, 1), (int) PORT);
  }

  private static Stimulus interruptCreate() {
    return new Stimulus("main", Call.of(Op.INTERRUPT_CREATE, 0, 0, 0x10), (int) INTERRUPT);
  }

  private static List<Stimulus> stimuli(int current, long value) {
    List<Call> calls =
        List.of(
            Call.of(Op.INTERRUPT_BIND, INTERRUPT, PORT, value, 0),
            Call.of(Op.INTERRUPT_BIND, INTERRUPT, PORT, value, UNBIND),
            Call.of(Op.INTERRUPT_TRIGGER, INTERRUPT, 0, value),
            Call.of(Op.INTERRUPT_TRIGGER, INTERRUPT, 0, value),
            Call.of(Op.INTERRUPT_ACK, INTERRUPT),
            Call.of(Op.INTERRUPT_WAIT, INTERRUPT),
            Call.of(Op.INTERRUPT_WAIT, INTERRUPT),
            Call.of(Op.PORT_QUEUE, PORT, value, value + LEAST_VALUE));
    List<Stimulus> stimuli = new ArrayList<>();
    for (String thread : THREADS) {
      if (AUTOMATON.isIdle(current, thread)) {
        calls.forEach(call -> stimuli.add(new Stimulus(thread, call, 0)));
      }
    }
    return stimuli;
  }

  /** Notes what is in it, and in all that the calls in progress lead to. */
  private static void note(int configuration) {
    if (NOTED.add(configuration)) {
      note(AUTOMATON.kernel(configuration));
      AUTOMATON.moves(configuration).forEach(move -> note(move.to()));
    }
  }

  private static void note(Value kernel) {
    Terms.rebuildFields(
        kernel,
        (field, leaf) -> {
          if (Terms.isNumber(leaf) && Terms.integer(leaf) >= LEAST_VALUE) {
            VALUE_FIELDS.add(field);
          }
          if (Terms.isString(leaf) && THREADS.contains(Terms.text(leaf))) {
            THREAD_FIELDS.add(field);
          }
          return leaf;
        });
  }
}
