package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.suite.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Filtering the steps of a variant by open policies is evaluating the narrowed variant. */
class NarrowingTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Scene SCENE = new Scene(MODULE, "interrupt");
  private static final Semantics WIDE = new Semantics(MODULE, "doc");
  private static final Automaton AUTOMATON = new Automaton(WIDE, SCENE.threads());

  @Property(tries = 150)
  void stepsOfAWalkAreThoseOfTheNarrowedVariant(@ForAll @Size(max = 14) List<Integer> choices) {
    int current = SCENE.initial(AUTOMATON);
    for (int choice : choices) {
      List<Stimulus> stimuli = SCENE.stimuli(AUTOMATON, current);
      int started = AUTOMATON.apply(current, stimuli.get(Math.floorMod(choice, stimuli.size())));
      assertEquals(narrowed(started), filtered(started));
      List<Quiescence> outcomes = AUTOMATON.settle(started);
      current = outcomes.get(Math.floorMod(choice / 97, outcomes.size())).configuration();
    }
  }

  private static Set<String> filtered(int configuration) {
    Set<String> results = new TreeSet<>();
    for (Automaton.Move move : AUTOMATON.moves(configuration)) {
      results.add(move.thread() + " " + WIDE.tags(move.by()));
    }
    return results;
  }

  private static Set<String> narrowed(int configuration) {
    Configuration c = AUTOMATON.configuration(configuration);
    Semantics narrow = new Semantics(MODULE, open(AUTOMATON.policies(configuration)));
    Set<String> results = new TreeSet<>();
    for (int t = 0; t < c.threads(); t++) {
      if (c.call(t) != WIDE.idle()) {
        int kernel = narrow.kernel(WIDE.kernel(c.kernel));
        int call = narrow.call(WIDE.call(c.call(t)));
        for (Semantics.Step step : narrow.steps(kernel, AUTOMATON.threads().get(t), call)) {
          results.add(AUTOMATON.threads().get(t) + " " + narrow.tags(step.by()));
        }
      }
    }
    return results;
  }

  private static Variant open(int policies) {
    return WIDE.variant().with(WIDE.policies().alternatives(policies));
  }

  @Property(tries = 50)
  void aPolicyStaysFixedByItsFirstUse(@ForAll @Size(min = 8, max = 20) List<Integer> choices) {
    int current = SCENE.initial(AUTOMATON);
    List<Set<String>> open = new ArrayList<>();
    for (int choice : choices) {
      List<Stimulus> stimuli = SCENE.stimuli(AUTOMATON, current);
      int started = AUTOMATON.apply(current, stimuli.get(Math.floorMod(choice, stimuli.size())));
      List<Quiescence> outcomes = AUTOMATON.settle(started);
      current = outcomes.get(Math.floorMod(choice / 89, outcomes.size())).configuration();
      open.add(tags(AUTOMATON.policies(current)));
    }
    for (int i = 1; i < open.size(); i++) {
      Set<String> regained = new TreeSet<>(open.get(i));
      regained.removeAll(open.get(i - 1));
      assertEquals(Set.of(), regained);
    }
  }

  private static Set<String> tags(int policies) {
    return WIDE.policies().alternatives(policies).entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(a -> new Alternative(e.getKey(), a).toString()))
        .collect(Collectors.toSet());
  }
}
