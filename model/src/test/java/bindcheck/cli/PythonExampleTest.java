package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import bindcheck.target.process.Programs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example in Python is right, and each of its faults is found. */
@Timeout(300)
class PythonExampleTest {
  private static final String COMMAND = "process:python3 examples/python/kernel_adapter.py";
  private static final int SCRIPT_LENGTH = 8;
  private static final String BOUND =
      "p = port_create(BIND_TO_INTERRUPT); i = interrupt_create(INVALID, 0, VIRTUAL); "
          + "interrupt_bind(i, p, 7, 0); ";

  @BeforeAll
  static void needsPython() {
    Programs.assumePython();
  }

  @Test
  void passesTheSuite() {
    Run run = Run.of("check", "--suite", "quick", "--target", COMMAND);
    assertEquals(0, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("observed exactly"), run.out());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ack-loses-trigger     | interrupt_trigger(i, 0, 1); interrupt_trigger(i, 0, 2); "
            + "interrupt_ack(i); T1: port_wait(p, PAST); T1: port_wait(p, PAST)",
        "user-first            | port_queue(p, 1, 1); interrupt_trigger(i, 0, 1); "
            + "T1: port_wait(p, PAST)",
        "trigger-lost          | interrupt_trigger(i, 0, 1); interrupt_ack(i); "
            + "interrupt_trigger(i, 0, 2); T1: port_wait(p, PAST); T1: port_wait(p, PAST)",
        "destroy-leaves-packet | interrupt_trigger(i, 0, 1); interrupt_destroy(i); "
            + "T1: port_wait(p, PAST)",
        "reader-sleeps-on      | T1: port_wait(p, INFINITE); interrupt_trigger(i, 0, 1)",
      })
  void aFaultIsFoundByAShortScript(String fault, String lines) {
    Script script = Script.parse(fault, (BOUND + lines).replace("; ", "\n"));
    assertTrue(script.lines().size() <= SCRIPT_LENGTH);
    List<Line> allowed = allowed(COMMAND + " --fault " + fault, script);
    assertEquals(script.lines().subList(0, script.lines().size() - 1), allowed);
    assertEquals(script.lines(), allowed(COMMAND, script));
  }

  /** The lines up to the first whose observation the documents do not allow. */
  private static List<Line> allowed(String command, Script script) {
    Semantics doc = new Semantics(SpecModule.load("Evaluation"), "doc");
    Vocabulary vocabulary = new Vocabulary();
    Judge judge = new Judge(new Automaton(doc, List.of(Line.MAIN, "T1")), vocabulary);
    List<Line> allowed = new ArrayList<>();
    try (Target target = Targets.open(command)) {
      Session session = new Session(target, judge, vocabulary);
      session.reset();
      for (Line line : script.lines()) {
        if (!session.play(line).isAllowed()) {
          break;
        }
        allowed.add(line);
      }
      session.abandon();
    }
    return allowed;
  }

  /** No walk makes two calls at once, so that no walk finds these. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "race-two-packets, ack-trigger-07-one-packet",
    "race-lost-packet, ack-trigger-01-rearm"
  })
  void aRaceIsFoundUnderConcurrentLoad(String fault, String program) {
    String[] litmus = {
      "litmus", "--engine", "stress", "--runs", "300", program, "--target", COMMAND
    };
    assertEquals(0, Run.of(litmus).code());
    litmus[litmus.length - 1] = COMMAND + " --fault " + fault;
    Run faulty = Run.of(litmus);
    assertEquals(1, faulty.code(), faulty.out() + faulty.err());
  }
}
