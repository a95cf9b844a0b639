package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import bindcheck.suite.SceneGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One walk as the graph's variant makes it: from an empty kernel through the set-up and the edges,
 * until no call is blocked.
 */
final class ExpectedWalk {
  private final SceneGraph graph;
  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private final List<ExpectedStep> legs = new ArrayList<>();
  private final Map<String, Call> calls = new TreeMap<>();
  private int configuration;

  private ExpectedWalk(SceneGraph graph, Vocabulary vocabulary) {
    this.graph = graph;
    this.automaton = graph.automaton();
    this.vocabulary = vocabulary;
    this.configuration = start(graph);
  }

  /** The configuration in which every walk begins: the empty kernel. */
  static int start(SceneGraph graph) {
    Automaton automaton = graph.automaton();
    return automaton.idle(automaton.semantics().emptyKernel());
  }

  /** The steps of the walk that takes these edges. */
  static List<ExpectedStep> of(SceneGraph graph, Vocabulary vocabulary, int[] edges) {
    ExpectedWalk course = new ExpectedWalk(graph, vocabulary);
    graph.scene().setup().forEach(course::make);
    course.requireNode(0);
    for (int number : edges) {
      SceneGraph.Edge edge = graph.edges().get(number);
      course.make(course.actual(edge));
      course.requireNode(edge.to());
    }
    course.drain();
    return course.legs;
  }

  private void requireNode(int node) {
    if (graph.nodeOf(configuration) != node) {
      throw new IllegalStateException(
          "scene " + graph.scene().name() + ": a walk does not reach node " + node + ": " + legs);
    }
  }

  /** The edge's stimulus, made by a reader that has here the part of the edge's reader. */
  private Stimulus actual(SceneGraph.Edge edge) {
    Stimulus stimulus = edge.stimulus();
    if (stimulus.thread().equals(graph.scene().threads().get(0))) {
      return stimulus;
    }
    int part = automaton.call(graph.configuration(edge.from()), stimulus.thread());
    return graph.scene().threads().stream()
        .skip(1)
        .filter(reader -> automaton.call(configuration, reader) == part)
        .findFirst()
        .map(stimulus::by)
        .orElseThrow(() -> new IllegalStateException("no reader can do " + stimulus));
  }

  private void drain() {
    Stimulus release = graph.scene().release(automaton, configuration);
    while (release != null) {
      make(release);
      release = graph.scene().release(automaton, configuration);
    }
  }

  private void make(Stimulus stimulus) {
    Quiescence outcome = automaton.settle(automaton.apply(configuration, stimulus)).get(0);
    Line line = vocabulary.line(stimulus);
    Observation seen = vocabulary.observation(automaton, outcome);
    configuration = outcome.configuration();
    legs.add(new ExpectedStep(line, calls, seen, configuration));
    if (line.statement() instanceof Call call) {
      calls.put(line.thread(), call);
    }
    calls.keySet().retainAll(seen.blocked());
    requireAlike();
  }

  /** Readers that a trace cannot tell apart must be alike to the specification as well. */
  private void requireAlike() {
    Map<Call, Integer> seen = new HashMap<>();
    calls.forEach(
        (thread, call) -> {
          int number = automaton.call(configuration, thread);
          if (!seen.computeIfAbsent(call, first -> number).equals(number)) {
            throw new IllegalStateException("two readers in " + call + " are not alike: " + legs);
          }
        });
  }
}
