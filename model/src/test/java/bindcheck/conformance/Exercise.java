package bindcheck.conformance;

import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneGraph;
import bindcheck.suite.SceneSuite;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the steps of one scene's walks, set-ups and drains included, by what they rest on. */
final class Exercise {
  private final SceneGraph graph;
  private final Scene scene;
  private final Automaton automaton;
  private final Map<Integer, Long> steps = new HashMap<>(); // number of a set of ids -> steps

  private Exercise(SceneGraph graph) {
    this.graph = graph;
    this.scene = graph.scene();
    this.automaton = graph.automaton();
  }

  /** The ids that the steps of the walks rest on, each with the number of steps. */
  static SortedMap<String, Long> of(SceneSuite part) {
    Exercise exercise = new Exercise(part.graph());
    part.suite().walks().forEach(exercise::walk);
    long counted = exercise.steps.values().stream().mapToLong(Long::longValue).sum();
    if (counted != part.suite().steps()) {
      throw new IllegalStateException(counted + " steps counted of " + part.suite().steps());
    }
    return exercise.byId();
  }

  private void walk(int[] edges) {
    setUp();
    int node = 0;
    for (int edge : edges) {
      count(graph.edges().get(edge).by());
      node = graph.edges().get(edge).to();
    }
    drain(graph.configuration(node));
  }

  private void setUp() {
    int configuration = automaton.idle(automaton.semantics().emptyKernel());
    for (Stimulus stimulus : scene.setup()) {
      configuration = play(configuration, stimulus);
    }
  }

  private void drain(int from) {
    int configuration = from;
    Stimulus release = scene.release(automaton, configuration);
    while (release != null) {
      configuration = play(configuration, release);
      release = scene.release(automaton, configuration);
    }
  }

  private int play(int configuration, Stimulus stimulus) {
    Quiescence outcome = automaton.settle(automaton.apply(configuration, stimulus)).get(0);
    count(outcome.by());
    return outcome.configuration();
  }

  private void count(int by) {
    steps.merge(by, 1L, Long::sum);
  }

  private SortedMap<String, Long> byId() {
    SortedMap<String, Long> byId = new TreeMap<>();
    steps.forEach(
        (by, number) ->
            automaton.semantics().tags(by).forEach(id -> byId.merge(id, number, Long::sum)));
    return byId;
  }
}
