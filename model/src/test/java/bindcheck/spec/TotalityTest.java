package bindcheck.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.suite.Scene;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps is total: whatever alternatives two choices take, every call has a defined outcome. */
class TotalityTest {
  private static SpecModule module;
  private static final SortedMap<String, List<String>> alternatives = new TreeMap<>();

  @BeforeAll
  static void load() {
    module = SpecModule.load("Evaluation");
    Glossary glossary = new Glossary(module);
    for (String choice : glossary.choices()) {
      alternatives.put(choice, new ArrayList<>(glossary.doc(choice)));
      alternatives.get(choice).addAll(glossary.quirks(choice));
    }
  }

  private static List<Variant> variants() {
    int[] levels = alternatives.values().stream().mapToInt(List::size).toArray();
    List<Variant> variants = new ArrayList<>();
    for (int[] row : CoveringArray.of(levels)) {
      SortedMap<String, SortedSet<String>> variant = new TreeMap<>();
      int factor = 0;
      for (Map.Entry<String, List<String>> choice : alternatives.entrySet()) {
        String taken = choice.getValue().get(row[factor++]);
        variant.put(choice.getKey(), new TreeSet<>(Set.of(taken)));
      }
      variants.add(new Variant("", variant));
    }
    return variants;
  }

  @Test
  void everyPairOfAlternativesOccursInSomeVariant() {
    Set<String> seen = new HashSet<>();
    for (Variant variant : variants()) {
      List<String> tags = variant.taken().map(Alternative::toString).toList();
      tags.forEach(a -> tags.forEach(b -> seen.add(a.compareTo(b) < 0 ? a + b : b + a)));
    }
    int all = alternatives.values().stream().mapToInt(List::size).sum();
    int together =
        alternatives.values().stream().mapToInt(as -> as.size() * (as.size() - 1) / 2).sum();
    assertEquals(all + all * (all - 1) / 2 - together, seen.size());
  }

  /** Some of them, in which every alternative occurs. */
  private static List<Variant> few() {
    Set<String> seen = new HashSet<>();
    List<Variant> few = new ArrayList<>();
    for (Variant variant : variants()) {
      if (seen.addAll(variant.taken().map(Alternative::toString).toList())) {
        few.add(variant);
      }
    }
    return few;
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors", "deadlines"})
  void everyCallEndsOrBlocksUnderEveryAlternative(String scene) {
    assertTotal(scene, few());
  }

  @ParameterizedTest
  @Tag("long") // half a minute each
  @ValueSource(strings = {"errors", "deadlines", "unbind", "interrupt"})
  void everyCallEndsOrBlocksUnderEveryPairOfAlternatives(String scene) {
    assertTotal(scene, variants());
  }

  private static void assertTotal(String sceneName, List<Variant> variants) {
    Scene scene = new Scene(module, sceneName);
    for (Variant variant : variants) {
      Automaton automaton = new Automaton(new Semantics(module, variant), scene.threads());
      assertTrue(walk(scene, automaton) > 1, () -> "nothing was reached under " + variant);
    }
  }

  /** Visits every quiescent configuration; an evaluation error is an exception. */
  private static int walk(Scene scene, Automaton automaton) {
    Symmetry symmetry = new Symmetry(automaton);
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(scene.initial(automaton));
    while (!open.isEmpty()) {
      int configuration = open.remove();
      for (Stimulus stimulus : scene.stimuli(automaton, configuration)) {
        List<Quiescence> outcomes = automaton.settle(automaton.apply(configuration, stimulus));
        assertFalse(outcomes.isEmpty(), () -> stimulus + " has no outcome");
        for (Quiescence outcome : outcomes) {
          if (seen.add(symmetry.representative(outcome.configuration()))) {
            open.add(symmetry.representative(outcome.configuration()));
          }
        }
      }
    }
    return seen.size();
  }
}
