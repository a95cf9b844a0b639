package bindcheck.suite;

import bindcheck.call.Reply;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import bindcheck.spec.Symmetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The quiescent states of a scene under a resolved variant, up to a renaming of readers, and the
 * stimuli that lead from one to the next. Nodes are numbered from the initial one, 0, in the order
 * in which a breadth-first search meets them, so that a second run gives the same numbers.
 */
public final class SceneGraph {
  /**
   * One edge.
   *
   * @param by the number of the ids that its steps rest on
   */
  public record Edge(int from, Stimulus stimulus, int to, int by) {}

  private final Scene scene;
  private final Automaton automaton;
  private final Symmetry symmetry;
  private final Map<Integer, Integer> nodeOf = new HashMap<>();
  private final List<Integer> configurations = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Integer> drains = new ArrayList<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();

  private SceneGraph(Scene scene, Automaton automaton) {
    this.scene = scene;
    this.automaton = automaton;
    this.symmetry = new Symmetry(automaton);
  }

  /**
   * Walks the whole graph.
   *
   * @throws IllegalStateException if a stimulus has two outcomes that are no renaming of each other
   * @throws bindcheck.file.InputException the same of a scene of a user's, or if its graph is
   *     larger than it may be
   */
  public static SceneGraph of(Scene scene, Automaton automaton) {
    SceneGraph graph = new SceneGraph(scene, automaton);
    graph.node(scene.initial(automaton));
    for (int node = 0; node < graph.configurations.size(); node++) {
      graph.expand(node);
    }
    return graph;
  }

  private int node(int configuration) {
    int representative = symmetry.representative(configuration);
    Integer known = nodeOf.get(representative);
    if (known != null) {
      return known;
    }
    int node = configurations.size();
    nodeOf.put(representative, node);
    configurations.add(representative);
    return node;
  }

  private void expand(int node) {
    int configuration = configurations.get(node);
    for (Stimulus stimulus : scene.stimuli(automaton, configuration)) {
      if (!scene.isMade(stimulus)) {
        leftOut.merge(stimulus.op(), 1, Integer::sum);
        continue;
      }
      Quiescence outcome =
          only(stimulus, automaton.settle(automaton.apply(configuration, stimulus)));
      edges.add(new Edge(node, stimulus, node(outcome.configuration()), outcome.by()));
      requireBound();
    }
    drains.add(scene.draining(automaton, configuration).size());
  }

  private void requireBound() {
    if (edges.size() > scene.mostEdges()) {
      throw scene.wrong(
          "expected a graph of at most %,d edges, found more, with %,d states"
              .formatted(scene.mostEdges(), nodes()));
    }
  }

  private Quiescence only(Stimulus stimulus, List<Quiescence> outcomes) {
    Quiescence first = outcomes.get(0);
    if (!automaton.isIdle(first.configuration(), Scene.MAIN)) {
      throw scene.wrong("expected main never to block, found that it does in " + stimulus);
    }
    for (Quiescence other : outcomes) {
      if (!alike(first, other)) {
        throw scene.wrong(
            "expected one outcome of %s, whoever reads, found two outcomes: %s, %s"
                .formatted(stimulus, first.replies(), other.replies()));
      }
    }
    return first;
  }

  private boolean alike(Quiescence a, Quiescence b) {
    return symmetry.representative(a.configuration()) == symmetry.representative(b.configuration())
        && printed(a).equals(printed(b));
  }

  private static List<String> printed(Quiescence outcome) {
    return outcome.replies().values().stream().map(Reply::toString).sorted().toList();
  }

  public Scene scene() {
    return scene;
  }

  public Automaton automaton() {
    return automaton;
  }

  public int nodes() {
    return configurations.size();
  }

  public List<Edge> edges() {
    return edges;
  }

  /** The configuration of a node: the representative of its renamings. */
  public int configuration(int node) {
    return configurations.get(node);
  }

  /** The node of a configuration, or -1 where the graph has none. */
  public int nodeOf(int configuration) {
    return nodeOf.getOrDefault(symmetry.representative(configuration), -1);
  }

  public Symmetry symmetry() {
    return symmetry;
  }

  /** Each call, and how often it was not made at a node, because the scene does not make it. */
  public SortedMap<String, Integer> leftOut() {
    return Collections.unmodifiableSortedMap(leftOut);
  }

  /** The hash by which two people see that they walked the same graph. */
  public String hash() {
    return GraphHash.of(this);
  }

  /** The graph with its costs in stimuli: a reset drains the node and sets up anew. */
  public CoverGraph costs() {
    int setup = scene.setup().size();
    return new CoverGraph(
        nodes(),
        0,
        edges.stream().mapToInt(Edge::from).toArray(),
        edges.stream().mapToInt(Edge::to).toArray(),
        drains.stream().mapToInt(drain -> drain + setup).toArray());
  }

  /** The ids that the edges rest on, each with the number of edges. */
  public Map<String, Integer> coverage() {
    Map<String, Integer> coverage = new HashMap<>();
    for (Edge edge : edges) {
      for (String id : new TreeSet<>(automaton.semantics().tags(edge.by()))) {
        coverage.merge(id, 1, Integer::sum);
      }
    }
    return coverage;
  }
}
