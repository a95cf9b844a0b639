package bindcheck.suite;

import bindcheck.call.Reply;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A scene's graph as a machine with inputs and outputs (Mealy, 1955): what a tester does and sees,
 * up to a renaming of readers. Inputs and outputs are numbers; what is not an edge of a node cannot
 * be made there.
 */
final class Machine {
  /** No edge. */
  static final int NONE = -1;

  private static final String READER = "reader";

  /** See {@link #kind}. */
  record Kind(String op, int by) {}

  private final SceneGraph graph;
  private final Automaton automaton;
  private final Map<String, Integer> inputs = new HashMap<>();
  private final Map<String, Integer> outputs = new HashMap<>();
  private final int[] inputOf;
  private final int[] outputOf;
  private final int[][] edgeOf;

  Machine(SceneGraph graph) {
    this.graph = graph;
    this.automaton = graph.automaton();
    int edges = graph.edges().size();
    this.inputOf = new int[edges];
    this.outputOf = new int[edges];
    for (int e = 0; e < edges; e++) {
      SceneGraph.Edge edge = graph.edges().get(e);
      inputOf[e] = number(inputs, input(edge.stimulus(), edge.from()));
      outputOf[e] = number(outputs, output(edge));
    }
    this.edgeOf = new int[graph.nodes()][inputs.size()];
    for (int[] row : edgeOf) {
      Arrays.fill(row, NONE);
    }
    for (int e = 0; e < edges; e++) {
      edgeOf[from(e)][inputOf[e]] = e;
    }
  }

  private static int number(Map<String, Integer> numbers, String text) {
    return numbers.computeIfAbsent(text, t -> numbers.size());
  }

  /** The graph with its costs. */
  CoverGraph costs() {
    return graph.costs();
  }

  int nodes() {
    return edgeOf.length;
  }

  int edges() {
    return inputOf.length;
  }

  int inputs() {
    return inputs.size();
  }

  int from(int edge) {
    return graph.edges().get(edge).from();
  }

  int to(int edge) {
    return graph.edges().get(edge).to();
  }

  /** Whether an edge ends where it begins. */
  boolean stays(int edge) {
    return from(edge) == to(edge);
  }

  int input(int edge) {
    return inputOf[edge];
  }

  /** The number of what is seen after the edge's input. */
  int output(int edge) {
    return outputOf[edge];
  }

  /** An edge's input, in words that another graph has as well. */
  String inputText(int edge) {
    SceneGraph.Edge it = graph.edges().get(edge);
    return input(it.stimulus(), it.from());
  }

  /** What is seen after it, likewise. */
  String outputText(int edge) {
    return output(graph.edges().get(edge));
  }

  /** The edge that an input takes from a node; {@link #NONE} where the scene does not make it. */
  int edge(int node, int input) {
    return edgeOf[node][input];
  }

  /** What an edge is an instance of: a call, and the ids that what comes of it rests on. */
  Kind kind(int edge) {
    SceneGraph.Edge it = graph.edges().get(edge);
    return new Kind(it.stimulus().op(), it.by());
  }

  /** The edges that drain a node at the end of a walk, as far as the scene makes such calls. */
  int[] draining(int node) {
    List<Integer> drain = new ArrayList<>();
    int at = node;
    while (at != NONE) {
      Stimulus release = graph.scene().release(automaton, graph.configuration(at));
      Integer input = release == null ? null : inputs.get(input(release, at));
      int edge = input == null ? NONE : edge(at, input);
      if (edge != NONE) {
        drain.add(edge);
      }
      at = edge == NONE ? NONE : to(edge);
    }
    return drain.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The calls in progress, which a tester knows. */
  String callsInProgress(int node) {
    return callsInConfiguration(graph.configuration(node));
  }

  private String input(Stimulus stimulus, int node) {
    if (stimulus.isExpire()) {
      return "expire " + automaton.asked(graph.configuration(node), stimulus.thread());
    }
    boolean byMain = stimulus.thread().equals(Scene.MAIN);
    return (byMain ? stimulus : stimulus.by(READER)).toString();
  }

  private String output(SceneGraph.Edge edge) {
    int before = graph.configuration(edge.from());
    Quiescence outcome = automaton.settle(automaton.apply(before, edge.stimulus())).get(0);
    List<String> seen = new ArrayList<>();
    for (Map.Entry<String, Reply> reply : outcome.replies().entrySet()) {
      boolean isCaller = reply.getKey().equals(edge.stimulus().thread());
      seen.add(
          (isCaller ? "caller" : automaton.asked(before, reply.getKey()))
              + ": "
              + reply.getValue());
    }
    Collections.sort(seen);
    return seen + " " + callsInConfiguration(outcome.configuration());
  }

  private String callsInConfiguration(int configuration) {
    return automaton.busyThreads(configuration).stream()
        .map(thread -> automaton.asked(configuration, thread))
        .sorted()
        .toList()
        .toString();
  }
}
