package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.oracle.Vocabulary;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.Altered;
import bindcheck.target.InProcess;
import bindcheck.target.QueuesNothing;
import bindcheck.target.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A script has no arguments out of the ordinary but those without which it does not fail. */
class PlainArgumentsTest {
  private static final Semantics DOC = new Semantics(SpecModule.load("Evaluation"), "doc");

  /** Takes a bind with any option for one that is already there. */
  public static final class AllowsOptions extends Altered {
    @Override
    public int interruptBind(int inth, int porth, long key, int options) {
      return options == 0 ? super.interruptBind(inth, porth, key, options) : 0;
    }
  }

  /** Is triggered no more once somebody has waited. */
  public static final class EndsWithAWait extends Altered {
    private boolean ended;

    @Override
    public int interruptWait(int inth, long[] outTimestamp) {
      int status = super.interruptWait(inth, outTimestamp);
      ended = true;
      return status;
    }

    @Override
    public int interruptTrigger(int inth, int options, long timestamp) {
      return ended ? -1 : super.interruptTrigger(inth, options, timestamp);
    }
  }

  private static String shortest(Class<? extends Altered> type, String... walk) {
    Automaton automaton = new Automaton(DOC, List.of("main", "T1"));
    Script lines = Script.parse("walk", String.join("\n", walk) + "\n");
    try (Target target = InProcess.open(type)) {
      Failure failure =
          new Reproduction(
                  target, automaton, new Vocabulary(), new Failure(lines.lines(), List.of(), null))
              .shortest(List.of(lines.lines()));
      return new Script(failure.lines()).toString();
    }
  }

  @Test
  void anOptionThatDoesNotMatterGoes() {
    assertEquals(
        """
        p = port_create(0)
        port_queue(p, 1, 1)
        T1: port_wait(p, PAST)
        """,
        shortest(
            QueuesNothing.class,
            "p = port_create(BIND_TO_INTERRUPT)",
            "port_queue(p, 1, 1)",
            "T1: port_wait(p, PAST)"));
  }

  @Test
  void oneThatMattersStays() {
    assertEquals(
        """
        p = port_create(BIND_TO_INTERRUPT)
        i = interrupt_create(INVALID, 0, VIRTUAL)
        interrupt_bind(i, p, 1, 0x80)
        """,
        shortest(
            AllowsOptions.class,
            "p = port_create(BIND_TO_INTERRUPT)",
            "i = interrupt_create(INVALID, 0, VIRTUAL)",
            "interrupt_bind(i, p, 1, 0x80)"));
  }

  @Test
  void aNullPointerThatDoesNotMatterGoes() {
    assertEquals(
        """
        i = interrupt_create(INVALID, 0, VIRTUAL)
        interrupt_trigger(i, 0, 1)
        T1: interrupt_wait(i)
        interrupt_trigger(i, 0, 1)
        """,
        shortest(
            EndsWithAWait.class,
            "i = interrupt_create(INVALID, 0, VIRTUAL)",
            "interrupt_trigger(i, 0, 1)",
            "T1: interrupt_wait(i, NULL)",
            "interrupt_trigger(i, 0, 1)"));
  }
}
