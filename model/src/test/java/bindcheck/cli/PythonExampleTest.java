package bindcheck.cli;

import static bindcheck.cli.Example.READ;
import static bindcheck.cli.Example.UNBOUND;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.ExampleFaults;
import bindcheck.target.Some;
import bindcheck.target.process.Programs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example in Python is right, and each of its faults is found. */
@Timeout(300)
class PythonExampleTest {
  private static final String COMMAND = "process:python3 examples/python/kernel_adapter.py";

  /** What shows each fault at its last line, after {@link Example#BOUND}. */
  private static final Map<String, String> SCRIPTS =
      Map.ofEntries(
          entry(
              "ack-loses-trigger",
              "interrupt_trigger(i, 0, 1); interrupt_trigger(i, 0, 2); interrupt_ack(i); "
                  + READ
                  + "; "
                  + READ),
          entry("user-first", "port_queue(p, 1, 1); interrupt_trigger(i, 0, 1); " + READ),
          entry(
              "trigger-lost",
              "interrupt_trigger(i, 0, 1); interrupt_ack(i); interrupt_trigger(i, 0, 2); "
                  + READ
                  + "; "
                  + READ),
          entry(
              "destroy-leaves-packet", "interrupt_trigger(i, 0, 1); interrupt_destroy(i); " + READ),
          entry("reader-sleeps-on", "T1: port_wait(p, INFINITE); interrupt_trigger(i, 0, 1)"),
          entry("negative-time-is-zero", "interrupt_trigger(i, 0, -1); " + READ),
          entry(
              "key-of-refused-bind",
              "interrupt_bind(i, p, 8, 0); interrupt_trigger(i, 0, 1); " + READ),
          entry(
              "bind-beside-waiter", UNBOUND + "T1: interrupt_wait(j); interrupt_bind(j, p, 8, 0)"),
          entry(
              "one-memory",
              UNBOUND
                  + "interrupt_trigger(i, 0, 1); interrupt_trigger(i, 0, 2); T1: interrupt_wait(j)"),
          entry(
              "destroy-always-ok",
              "interrupt_trigger(i, 0, 1); " + READ + "; interrupt_destroy(i)"),
          entry(
              "destroy-by-key",
              UNBOUND
                  + "interrupt_bind(j, p, 7, 0); interrupt_trigger(j, 0, 1); interrupt_destroy(i); "
                  + READ),
          entry("destroy-leaves-waiter", UNBOUND + "T1: interrupt_wait(j); interrupt_destroy(j)"),
          entry("close-destroys-nothing", UNBOUND + "T1: interrupt_wait(j); handle_close(j)"),
          entry(
              "refused-duplicate-holds",
              UNBOUND + "T1: interrupt_wait(j); h = handle_duplicate(j, EXECUTE); handle_close(j)"),
          entry("duplicate-gives-all", "h = handle_duplicate(p, WRITE); T1: port_wait(h, PAST)"),
          entry("ack-asks-for-signal", "h = handle_duplicate(i, SIGNAL); interrupt_ack(h)"),
          entry("last-in-first-out", "port_queue(p, 1, 1); port_queue(p, 2, 2); " + READ));

  /** Programs that show each race. No walk makes two calls at once, so that no walk finds these. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "race-two-packets", "ack-trigger-07-one-packet",
          "race-lost-packet", "ack-trigger-01-rearm",
          "race-two-binds", "bind-trigger-02-two-keys");

  @BeforeAll
  static void needsPython() {
    Programs.assumePython();
  }

  @Test
  void eachFaultIsFound() {
    assertEquals(ExampleFaults.inPython(), SCRIPTS.keySet());
    assertEquals(ExampleFaults.racesInPython(), PROGRAMS.keySet());
  }

  @Test
  @Tag("long") // continuous integration judges it in every way
  void passesTheSuite() {
    Run run = Run.of("check", "--suite", "quick", "--target", COMMAND);
    assertEquals(0, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("observed exactly"), run.out());
  }

  static List<String> faults() {
    return Some.of(ExampleFaults.inPython(), 5);
  }

  static List<String> races() {
    return Some.of(ExampleFaults.racesInPython(), 1);
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
