package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Session;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.ArrayList;
import java.util.List;

/** What is asked of an example whose faults are switched on by {@code --fault NAME}. */
final class Example {
  /** Before every script: an interrupt that is bound with key 7. */
  static final String BOUND =
      "p = port_create(BIND_TO_INTERRUPT); i = interrupt_create(INVALID, 0, VIRTUAL); "
          + "interrupt_bind(i, p, 7, 0); ";

  /** Another interrupt, which is not. */
  static final String UNBOUND = "j = interrupt_create(INVALID, 0, VIRTUAL); ";

  /** Looks into the port. */
  static final String READ = "T1: port_wait(p, PAST)";

  private static final int SCRIPT_LENGTH = 8;
  private static final String FAULT = " --fault ";

  private Example() {}

  /** Two scenes are passed, with deadlines and with handles of few rights; blocking is no guess. */
  static void assertPasses(String command) {
    SpecModule module = SpecModule.load("Evaluation");
    try (Target target = Targets.open(command)) {
      for (String scene : List.of("deadlines", "inthandles")) {
        Semantics reference = new Semantics(module, "reference");
        SceneSuite suite = SceneSuite.build(new Scene(module, scene), reference);
        SceneResult result =
            new SceneCheck(suite, new Semantics(module, "doc")).run(target, 0, steps -> {});
        assertEquals(Verdict.PASS, result.verdict(), () -> scene + ": " + result.rejections());
      }
      assertTrue(target.isExact());
    }
  }

  /** The fault shows at the last line of a script, which is all right without it. */
  static void assertShown(String command, String fault, String calls) {
    Script script = Script.parse(fault, (BOUND + calls).replace("; ", "\n"));
    assertTrue(script.lines().size() <= SCRIPT_LENGTH);
    List<Line> allowed = allowed(command + FAULT + fault, script);
    assertEquals(script.lines().subList(0, script.lines().size() - 1), allowed);
    assertEquals(script.lines(), allowed(command, script));
  }

  /** The race shows in runs of a litmus program, which is all right without it. */
  static void assertRaceShown(String command, String fault, String program) {
    String[] litmus = {
      "litmus", "--engine", "stress", "--runs", "300", program, "--target", command
    };
    Run correct = Run.of(litmus);
    assertEquals(0, correct.code(), correct.out() + correct.err());
    litmus[litmus.length - 1] = command + FAULT + fault;
    Run faulty = Run.of(litmus);
    assertEquals(1, faulty.code(), faulty.out() + faulty.err());
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
}
