package bindcheck.conformance;

import bindcheck.call.Reply;
import bindcheck.spec.Automaton;
import bindcheck.spec.Inside;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneGraph;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The graph of the scene with one interrupt, projected onto that interrupt. */
final class InterruptAutomaton {
  /**
   * What a call makes of the interrupt.
   *
   * @param call its name, without the object's
   * @param sends whether it queues a packet
   */
  record Edge(InterruptState from, String call, boolean sends, InterruptState to) {}

  private static final String OF_INTERRUPT = "interrupt_";

  private final SceneGraph graph;
  private final Automaton automaton;
  private final SortedSet<Edge> edges =
      new TreeSet<>(
          Comparator.comparing(Edge::from)
              .thenComparing(Edge::to)
              .thenComparing(Edge::call)
              .thenComparing(Edge::sends));

  private InterruptAutomaton(SceneGraph graph) {
    this.graph = graph;
    this.automaton = graph.automaton();
    graph.edges().forEach(this::add);
  }

  /** Builds the graph of the variant {@code reference}, and projects it. */
  static InterruptAutomaton of(SpecModule module) {
    Scene scene = new Scene(module, "interrupt");
    Automaton automaton = new Automaton(new Semantics(module, "reference"), scene.threads());
    return new InterruptAutomaton(SceneGraph.of(scene, automaton));
  }

  private void add(SceneGraph.Edge edge) {
    Stimulus stimulus = edge.stimulus();
    InterruptState from = state(graph.configuration(edge.from()));
    InterruptState to = state(graph.configuration(edge.to()));
    if (stimulus.op().startsWith(OF_INTERRUPT) && (from != to || succeeds(edge))) {
      boolean sends = automaton.semantics().tags(edge.by()).contains("R-packet-delivered");
      edges.add(new Edge(from, stimulus.op().substring(OF_INTERRUPT.length()), sends, to));
    }
  }

  private boolean succeeds(SceneGraph.Edge edge) {
    int made = automaton.apply(graph.configuration(edge.from()), edge.stimulus());
    Quiescence outcome = automaton.settle(made).get(0);
    Reply reply = outcome.replies().get(edge.stimulus().thread());
    return reply != null && reply.isOk();
  }

  private InterruptState state(int configuration) {
    Value objects = Terms.field(Inside.kernel(automaton, configuration), "objects");
    return Terms.elements(objects).stream()
        .filter(object -> Terms.text(Terms.field(object, "type")).equals("interrupt"))
        .map(InterruptState::of)
        .findFirst()
        .orElseThrow();
  }

  InterruptState initial() {
    return state(graph.configuration(0));
  }

  /** The edges, without those of failed calls that change nothing. */
  SortedSet<Edge> edges() {
    return edges;
  }
}
