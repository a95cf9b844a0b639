package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Stimulus;
import bindcheck.suite.GraphWalk;
import bindcheck.suite.SceneGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One walk as the graph's variant makes it: from an empty kernel through the set-up and the edges,
 * until no call is blocked.
 */
final class ExpectedWalk {
  /**
   * One step as the covered variant makes it.
   *
   * @param calls the calls in progress before it, by thread
   * @param observation what is seen at the quiescence after it
   * @param configuration the number of the configuration after it
   */
  record Step(Line line, Map<String, Call> calls, Observation observation, int configuration) {
    Step {
      calls = Map.copyOf(calls);
    }

    /** What was seen after the line, up to a renaming of readers. */
    SymmetricObservation upToReaders(Observation seen) {
      String caller = line.thread();
      return new SymmetricObservation(
          Optional.ofNullable(seen.replies().get(caller)),
          seen.replies().entrySet().stream()
              .filter(returned -> !returned.getKey().equals(caller))
              .map(returned -> returned(returned.getKey(), returned.getValue()))
              .toList(),
          seen.blocked().size());
    }

    private SymmetricObservation.Returned returned(String thread, Reply reply) {
      return new SymmetricObservation.Returned(calls.get(thread), reply);
    }
  }

  private final SceneGraph graph;
  private final Vocabulary vocabulary;
  private final GraphWalk walk;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Call> calls = new TreeMap<>();

  private ExpectedWalk(SceneGraph graph, Vocabulary vocabulary) {
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.walk = new GraphWalk(graph, vocabulary);
  }

  /** The steps of the walk that takes these edges. */
  static List<Step> of(SceneGraph graph, Vocabulary vocabulary, int[] edges) {
    ExpectedWalk expected = new ExpectedWalk(graph, vocabulary);
    graph.scene().setup().forEach(expected::make);
    expected.requireNode(0);
    for (int number : edges) {
      SceneGraph.Edge edge = graph.edges().get(number);
      expected.make(expected.walk.actual(edge));
      expected.requireNode(edge.to());
    }
    expected.walk.draining().forEach(expected::make);
    return expected.steps;
  }

  private void requireNode(int node) {
    if (graph.nodeOf(walk.configuration()) != node) {
      throw new IllegalStateException(
          "scene " + graph.scene().name() + ": a walk does not reach node " + node + ": " + steps);
    }
  }

  private void make(Stimulus stimulus) {
    Line line = vocabulary.line(stimulus);
    Observation seen = walk.make(stimulus);
    steps.add(new Step(line, calls, seen, walk.configuration()));
    if (line.statement() instanceof Call call) {
      calls.put(line.thread(), call);
    }
    calls.keySet().retainAll(seen.blocked());
    requireAlike();
  }

  /** Readers that a trace cannot tell apart must be alike to the specification as well. */
  private void requireAlike() {
    Automaton automaton = graph.automaton();
    Map<Call, Integer> seen = new HashMap<>();
    calls.forEach(
        (thread, call) -> {
          int number = automaton.call(walk.configuration(), thread);
          Integer other = seen.putIfAbsent(call, number);
          if (other != null && other != number) {
            throw new IllegalStateException("two readers in " + call + " are not alike: " + steps);
          }
        });
  }
}
