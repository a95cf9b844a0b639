package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.suite.Scene;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What this program evaluates is what TLC evaluates: two readings of the same text that have the
 * parser in common, and no more.
 */
class EvaluationAgreesWithTlcTest {
  private static final long SEED = Long.getLong("bindcheck.seed", 1);
  private static final int CALLS = Integer.getInteger("bindcheck.calls", 25);
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static TlcEvaluator tlc;

  @BeforeAll
  static void load() {
    tlc = new TlcEvaluator("Evaluation");
  }

  /** Every operator without parameters. */
  @TestFactory
  Stream<DynamicTest> constants() {
    return MODULE.parsed().operators().entrySet().stream()
        .filter(each -> MODULE.parsed().definitions().get(each.getValue()).parameters().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .map(name -> dynamicTest(name, () -> agree(name)));
  }

  /** Nothing that is asked for can go unread. */
  @Test
  void theSemanticsAreRead() {
    assertTrue(
        MODULE
            .parsed()
            .operators()
            .keySet()
            .containsAll(List.of("Steps", "Begin", "Expire", "Collect", "Held", "Scene")));
  }

  /** Steps, and what is asked of states, along random walks through every scene. */
  @TestFactory
  Stream<DynamicTest> scenes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String suite : SceneSpec.suites(MODULE)) {
      for (String scene : SceneSpec.ofSuite(MODULE, suite)) {
        for (String variant : List.of("doc", "zircon-2018", "zircon-2025")) {
          tests.add(
              dynamicTest(
                  suite + " " + scene + " " + variant + " seed " + SEED,
                  () -> walk(new Scene(MODULE, scene), variant)));
        }
      }
    }
    return tests.stream();
  }

  private static void walk(Scene scene, String variant) {
    Automaton automaton = new Automaton(new Semantics(MODULE, variant), scene.threads());
    Random random = new Random(SEED + scene.name().hashCode());
    int now = scene.initial(automaton);
    for (int i = 0; i < CALLS; i++) {
      agree(
          "Scene",
          Terms.string(scene.name()),
          automaton.kernel(now),
          Terms.record(automaton.calls(now)));
      List<Stimulus> stimuli = scene.stimuli(automaton, now);
      if (stimuli.isEmpty()) {
        return;
      }
      now = automaton.apply(now, stimuli.get(random.nextInt(stimuli.size())));
      now = settle(automaton, now, variant, random);
    }
  }

  /** Calls go on, one step after the other, as it comes, until they are at rest. */
  private static int settle(Automaton automaton, int from, String variant, Random random) {
    int now = from;
    List<Automaton.Move> moves = automaton.moves(now);
    while (!moves.isEmpty()) {
      agreeOnSteps(automaton, now, variant);
      now = moves.get(random.nextInt(moves.size())).to();
      moves = automaton.moves(now);
    }
    agreeOnSteps(automaton, now, variant);
    for (String thread : automaton.busyThreads(now)) {
      now = automaton.reply(now, thread) == null ? now : automaton.returned(now, thread);
    }
    return now;
  }

  private static void agreeOnSteps(Automaton automaton, int now, String variant) {
    Value record = new Variants(MODULE).of(variant).toRecord();
    Value kernel = automaton.kernel(now);
    automaton
        .calls(now)
        .forEach(
            (thread, call) -> {
              agree("Steps", record, kernel, Terms.string(thread), call);
              agree("Held", call);
              agree("Expirable", call);
            });
    agree("Collect", record, kernel, Terms.set(List.of()));
    agree("Leaving", kernel);
  }

  private static void agree(String operator, Value... arguments) {
    assertEquals(
        tlc.evaluate(operator, arguments),
        MODULE.evaluate(operator, arguments),
        () -> operator + " of " + List.of(arguments));
  }
}
