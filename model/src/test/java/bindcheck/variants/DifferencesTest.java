package bindcheck.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.oracle.Allowed;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.Scene;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class DifferencesTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Variants NAMED = new Variants(MODULE);

  /** A deadline has to pass between two other calls: scripts make no more than two at once. */
  private static final String TAKES_THREE_AT_ONCE = "C-reader-wake";

  private static List<Difference> between(String one, String other) {
    return Differences.between(
        MODULE, NAMED.of(one), NAMED.of(other), false, Vocabulary.plain(), choice -> {});
  }

  @Test
  void eachScriptEndsInWhatTheDocumentDoesNotAdmit() {
    for (Difference difference : between("doc", "zircon-2018")) {
      if (difference.choice().equals(TAKES_THREE_AT_ONCE)) {
        assertNull(difference.probe(), "found after all: it needs no exception any more");
        continue;
      }
      assertNotNull(difference.probe(), difference::choice);
      List<String> doc = observations(difference.oneAllowed());
      List<String> kernel = observations(difference.otherAllowed());
      assertFalse(doc.containsAll(kernel), () -> difference.choice() + " " + kernel);
    }
  }

  private static List<String> observations(List<Allowed> allowed) {
    return allowed.stream().map(a -> a.observation().toString()).toList();
  }

  @Test
  void aChoiceThatOnlyConcurrencyShowsHasCallsAtOnce() {
    Difference queue =
        between("zircon-2018", "zircon-2020").stream()
            .filter(difference -> difference.choice().equals("C-closed-queue"))
            .findFirst()
            .orElseThrow();
    assertTrue(queue.probe().isConcurrent());
  }

  /** A resolved variant evaluated by itself and as a view of all never part. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "zircon-2018", "zircon-2020", "zircon-2021", "zircon-2025"})
  void aViewIsTheVariant(String name) {
    Vocabulary vocabulary = Vocabulary.plain();
    SubsetAutomaton every = new SubsetAutomaton(Probes.automaton(MODULE), vocabulary);
    int view = every.automaton().semantics().policies().of(NAMED.of(name));
    SubsetAutomaton own =
        new SubsetAutomaton(new Automaton(new Semantics(MODULE, name), Probes.THREADS), vocabulary);
    for (String scene : Probes.SMALL_SCENES) {
      Scene walked = new Scene(MODULE, scene);
      assertTrue(walkTogether(walked, every, view, own) > 10, scene);
    }
  }

  private static int walkTogether(
      Scene scene, SubsetAutomaton every, int view, SubsetAutomaton own) {
    record Pair(int one, int other) {}
    int start = scene.initial(every.automaton());
    Pair first =
        new Pair(
            every.set(every.automaton().withPolicies(start, view)),
            own.set(scene.initial(own.automaton())));
    Set<Pair> seen = new HashSet<>(Set.of(first));
    Deque<Pair> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Pair pair = open.remove();
      scene
          .stimuli(own.automaton(), own.any(pair.other()))
          .forEach(
              stimulus -> {
                SubsetAutomaton.After one = every.after(pair.one(), List.of(stimulus));
                SubsetAutomaton.After other = own.after(pair.other(), List.of(stimulus));
                assertEquals(other == null, one == null);
                if (one != null) {
                  assertEquals(other.seen(), one.seen(), stimulus::toString);
                  Pair next = new Pair(one.set(), other.set());
                  if (seen.add(next)) {
                    open.add(next);
                  }
                }
              });
    }
    return seen.size();
  }
}
