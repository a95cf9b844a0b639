package bindcheck.explain;

import bindcheck.call.Reply;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Semantics;
import bindcheck.suite.SceneGraph;
import bindcheck.suite.SceneSuite;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each kind of reply rests on wherever it is given in a scene, whatever alternative is taken:
 * where such a reply is wrong, those are the guards that were false.
 */
final class Guards {
  private static final String BLOCKED = "blocked";

  /** More states than a person's patience lasts; what they show is shown by the first. */
  private static final int MOST_EDGES = 4_000;

  private final Map<String, Map<String, SortedSet<String>>> idsByKindByOp = new TreeMap<>();

  Guards(SceneSuite part, Semantics anything) {
    SceneGraph graph = part.graph();
    Automaton automaton = new Automaton(anything, graph.scene().threads());
    for (SceneGraph.Edge edge :
        graph.edges().subList(0, Math.min(MOST_EDGES, graph.edges().size()))) {
      int from = automaton.adopt(graph.automaton(), graph.configuration(edge.from()));
      int started = automaton.apply(from, edge.stimulus());
      for (Quiescence outcome : automaton.settle(started)) {
        // In numbers: what some of them once stood for may have been forgotten.
        String kind = kind(outcome.replies(), edge.stimulus().thread());
        idsByKindByOp
            .computeIfAbsent(edge.stimulus().op(), op -> new TreeMap<>())
            .computeIfAbsent(kind, k -> new TreeSet<>())
            .addAll(anything.tags(outcome.by()));
      }
    }
  }

  /** How the caller's call went: the kind of its reply, or that it is blocked. */
  static String kind(Map<String, Reply> replies, String caller) {
    return replies.containsKey(caller) ? replies.get(caller).kind() : BLOCKED;
  }

  /** The same for a sentence. */
  static String does(String kind) {
    return kind.equals(BLOCKED) ? " blocks" : " answers " + kind;
  }

  /** Whether the call ever goes so. */
  boolean isKnown(String op, String kind) {
    return idsByKindByOp.getOrDefault(op, Map.of()).containsKey(kind);
  }

  /** The ids that the call rests on when it goes so, and never when it goes otherwise. */
  SortedSet<String> of(String op, String kind) {
    Map<String, SortedSet<String>> byKind = idsByKindByOp.getOrDefault(op, Map.of());
    SortedSet<String> ids = new TreeSet<>(byKind.getOrDefault(kind, new TreeSet<>()));
    byKind.forEach(
        (other, others) -> {
          if (!other.equals(kind)) {
            ids.removeAll(others);
          }
        });
    return ids;
  }
}
