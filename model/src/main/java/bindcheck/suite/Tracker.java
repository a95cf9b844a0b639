package bindcheck.suite;

import bindcheck.call.Observation;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;

/**
 * Where a walk through a graph is, with the threads that the target really used: which reader gets
 * a packet is the implementation's choice, and the walk goes on from what was observed.
 */
public final class Tracker {
  private final SceneGraph graph;
  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private int configuration;

  /** Starts at the initial node. */
  public Tracker(SceneGraph graph, Vocabulary vocabulary) {
    this.graph = graph;
    this.automaton = graph.automaton();
    this.vocabulary = vocabulary;
    this.configuration = graph.scene().initial(automaton);
  }

  /** The edge's stimulus, made by the thread that has the part of the edge's thread here. */
  public Stimulus actual(SceneGraph.Edge edge) {
    Stimulus stimulus = edge.stimulus();
    if (stimulus.thread().equals(graph.scene().threads().get(0))) {
      return stimulus;
    }
    int wanted = after(graph.configuration(edge.from()), stimulus);
    for (String thread : graph.scene().threads()) {
      if (after(configuration, stimulus.by(thread)) == wanted) {
        return stimulus.by(thread);
      }
    }
    throw new IllegalStateException("no thread here has the part of " + stimulus);
  }

  private int after(int from, Stimulus stimulus) {
    int next = automaton.apply(from, stimulus);
    return next < 0 ? next : graph.symmetry().representative(next);
  }

  /** Whether the graph's variant has that observation after the stimulus. */
  public boolean canFollow(Stimulus stimulus, Observation observation) {
    return automaton.settle(automaton.apply(configuration, stimulus)).stream()
        .anyMatch(outcome -> vocabulary.observation(automaton, outcome).equals(observation));
  }

  /**
   * Goes on from what was observed after the stimulus.
   *
   * @return false where the graph's variant has no such observation: the walk has left the graph
   */
  public boolean follow(Stimulus stimulus, Observation observation) {
    for (Quiescence outcome : automaton.settle(automaton.apply(configuration, stimulus))) {
      if (vocabulary.observation(automaton, outcome).equals(observation)) {
        configuration = outcome.configuration();
        return true;
      }
    }
    return false;
  }
}
