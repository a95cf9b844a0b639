package bindcheck.cli;

import static bindcheck.cli.Example.READ;
import static bindcheck.cli.Example.UNBOUND;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.target.ExampleFaults;
import bindcheck.target.Some;
import bindcheck.target.process.Programs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example in JavaScript is right, and each of its faults is found. */
@Timeout(300)
class NodeExampleTest {
  private static final String COMMAND = "process:node examples/node/adapter.mjs";

  /** What shows each fault at its last line, after {@link Example#BOUND}. */
  private static final Map<String, String> SCRIPTS =
      Map.ofEntries(
          entry(
              "ack-forgets",
              "interrupt_trigger(i, 0, 1); interrupt_trigger(i, 0, 2); interrupt_ack(i); "
                  + READ
                  + "; "
                  + READ),
          entry(
              "key-in-a-double",
              UNBOUND
                  + "interrupt_bind(j, p, 0x20000000000001, 0); interrupt_trigger(j, 0, 1); "
                  + READ),
          entry("zero-is-none", UNBOUND + "interrupt_trigger(j, 0, 0); T1: interrupt_wait(j)"),
          entry("one-queue", "port_queue(p, 1, 1); interrupt_trigger(i, 0, 1); " + READ),
          entry("unread-stays", "interrupt_trigger(i, 0, 1); interrupt_destroy(i); " + READ),
          entry(
              "wait-peeks",
              UNBOUND + "interrupt_trigger(j, 0, 1); T1: interrupt_wait(j); T1: interrupt_wait(j)"),
          entry("duplicate-adds-rights", "h = handle_duplicate(p, WRITE); T1: port_wait(h, PAST)"),
          entry("replace-keeps-old", "h = handle_replace(p, SAME_RIGHTS); " + READ),
          entry(
              "expired-in-line",
              "T1: port_wait(p, FINITE); expire(T1); port_queue(p, 1, 1); " + READ));

  /** Programs that show each race. No walk makes two calls at once, so that no walk finds these. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "race-two-binds", "bind-trigger-02-two-keys",
          "race-lost-packet", "ack-trigger-01-rearm",
          "race-sent-when-destroyed", "destroy-03-woken-in-vain");

  @BeforeAll
  static void needsNode() {
    Programs.assumeNode();
  }

  @Test
  void eachFaultIsFound() {
    assertEquals(ExampleFaults.inNode(), SCRIPTS.keySet());
    assertEquals(ExampleFaults.racesInNode(), PROGRAMS.keySet());
  }

  @Test
  void passesSomeScenes() {
    Example.assertPasses(COMMAND);
  }

  static List<String> faults() {
    return Some.of(ExampleFaults.inNode(), 4);
  }

  static List<String> races() {
    return Some.of(ExampleFaults.racesInNode(), 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsFoundByAShortScript(String fault) {
    Example.assertShown(COMMAND, fault, SCRIPTS.get(fault));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  void aRaceIsFoundUnderConcurrentLoad(String fault) {
    Example.assertRaceShown(COMMAND, fault, PROGRAMS.get(fault));
  }
}
