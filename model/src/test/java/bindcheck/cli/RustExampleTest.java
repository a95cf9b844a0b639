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

/** The example in Rust is right, and each of its faults is found. */
@Timeout(300)
class RustExampleTest {

  /** What shows each fault at its last line, after {@link Example#BOUND}. */
  private static final Map<String, String> SCRIPTS =
      Map.ofEntries(
          entry(
              "key-in-32-bits",
              UNBOUND
                  + "interrupt_bind(j, p, 0x100000000, 0); interrupt_trigger(j, 0, 1); "
                  + READ),
          entry(
              "pending-lost",
              "interrupt_trigger(i, 0, 1); interrupt_trigger(i, 0, 2); interrupt_ack(i); "
                  + READ
                  + "; "
                  + READ),
          entry("user-first", "port_queue(p, 1, 1); interrupt_trigger(i, 0, 1); " + READ),
          entry("last-in-first-out", "port_queue(p, 1, 1); port_queue(p, 2, 2); " + READ),
          entry("unread-stays", "interrupt_trigger(i, 0, 1); interrupt_destroy(i); " + READ),
          entry("waiter-left", UNBOUND + "T1: interrupt_wait(j); interrupt_destroy(j)"),
          entry(
              "any-close-destroys",
              "h = handle_duplicate(i, SAME_RIGHTS); handle_close(h); interrupt_trigger(i, 0, 1)"),
          entry("any-port", UNBOUND + "q = port_create(0); interrupt_bind(j, q, 8, 0)"),
          entry(
              "ack-asks-nothing",
              "h = handle_duplicate(i, SIGNAL); interrupt_trigger(i, 0, 1); interrupt_ack(h)"),
          entry("poll-blocks", READ));

  /** Programs that show each race. No walk makes two calls at once, so that no walk finds these. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "race-two-packets", "ack-trigger-07-one-packet",
          "race-lost-packet", "ack-trigger-01-rearm",
          "race-read-twice", "readers-01-one-packet");

  private static String command;

  @BeforeAll
  static void build() {
    command = "process:'" + Programs.rustExample() + "'";
  }

  @Test
  void eachFaultIsFound() {
    assertEquals(ExampleFaults.inRust(), SCRIPTS.keySet());
    assertEquals(ExampleFaults.racesInRust(), PROGRAMS.keySet());
  }

  @Test
  void passesSomeScenes() {
    Example.assertPasses(command);
  }

  static List<String> faults() {
    return Some.of(ExampleFaults.inRust(), 4);
  }

  static List<String> races() {
    return Some.of(ExampleFaults.racesInRust(), 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsFoundByAShortScript(String fault) {
    Example.assertShown(command, fault, SCRIPTS.get(fault));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  void aRaceIsFoundUnderConcurrentLoad(String fault) {
    Example.assertRaceShown(command, fault, PROGRAMS.get(fault));
  }
}
