package bindcheck.suite;

import bindcheck.call.Observation;
import bindcheck.oracle.Judge;
import bindcheck.oracle.Values;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Where a walk through a graph is, with the threads that really make its calls: which reader gets a
 * packet is the implementation's choice, and the walk goes on from what was observed.
 */
public final class GraphWalk {
  private final SceneGraph graph;
  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private int configuration;

  /** Begins with an empty kernel; the set-up is the first that is to be made. */
  public GraphWalk(SceneGraph graph, Vocabulary vocabulary) {
    this.graph = graph;
    this.automaton = graph.automaton();
    this.vocabulary = vocabulary;
    this.configuration = automaton.empty();
  }

  public int configuration() {
    return configuration;
  }

  /**
   * The edge's stimulus, made by the first reader that is in the same call here as the edge's
   * reader is there, or idle as that one.
   */
  public Stimulus actual(SceneGraph.Edge edge) {
    Stimulus stimulus = edge.stimulus();
    if (stimulus.thread().equals(Scene.MAIN)) {
      return stimulus;
    }
    int call = automaton.call(graph.configuration(edge.from()), stimulus.thread());
    return graph.scene().threads().stream()
        .skip(1)
        .filter(reader -> automaton.call(configuration, reader) == call)
        .findFirst()
        .map(stimulus::by)
        .orElseThrow(() -> new IllegalStateException("no reader here can do " + stimulus));
  }

  /** The stimulus as it is made in a walk with these values. */
  public Stimulus dress(Stimulus stimulus, Values values, BitSet heldByOthers) {
    BitSet live = (BitSet) automaton.values(configuration).clone();
    live.or(heldByOthers);
    return vocabulary.dress(stimulus, values, live);
  }

  /** Whether the graph's variant has that observation after the stimulus. */
  public boolean canFollow(Stimulus stimulus, Observation observation) {
    return after(stimulus, observation).isPresent();
  }

  /**
   * Goes on from what was observed after the stimulus.
   *
   * @return false where the graph's variant has no such observation: the walk has left the graph
   */
  public boolean follow(Stimulus stimulus, Observation observation) {
    Optional<Quiescence> next = after(stimulus, observation);
    next.ifPresent(outcome -> configuration = outcome.configuration());
    return next.isPresent();
  }

  /**
   * Goes on although something else was observed after the stimulus than the graph's variant shows,
   * where what it leaves behind is possible all the same.
   *
   * @param judge who has observed it
   * @return false where it is not: the walk has left the graph
   */
  public boolean rejoin(Stimulus stimulus, Judge judge) {
    Optional<Integer> same =
        automaton.settle(automaton.apply(configuration, stimulus)).stream()
            .map(Quiescence::configuration)
            .filter(next -> judge.mayBe(automaton, next))
            .findFirst();
    same.ifPresent(next -> configuration = next);
    return same.isPresent();
  }

  private Optional<Quiescence> after(Stimulus stimulus, Observation observation) {
    return automaton.settle(automaton.apply(configuration, stimulus)).stream()
        .filter(outcome -> vocabulary.observation(automaton, outcome).equals(observation))
        .findFirst();
  }

  /** Goes on as the graph's variant does; gives what is then observed. */
  public Observation make(Stimulus stimulus) {
    Quiescence outcome = automaton.settle(automaton.apply(configuration, stimulus)).get(0);
    configuration = outcome.configuration();
    return vocabulary.observation(automaton, outcome);
  }

  /** What releases the calls that are blocked here, in the order in which it is to be made. */
  public List<Stimulus> draining() {
    return graph.scene().draining(automaton, configuration);
  }
}
