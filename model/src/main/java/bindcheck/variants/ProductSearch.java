package bindcheck.variants;

import bindcheck.spec.Spread;
import bindcheck.spec.Stimulus;
import bindcheck.suite.Scene;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks, breadth first in the product of two views of one automaton, for the shortest script of a
 * scene at whose end they allow different observations. A view is the number of what is open.
 */
final class ProductSearch {
  private record Node(int one, int other, int depth, Node parent, Stimulus stimulus) {}

  private record Pair(int one, int other) {
    @Override
    public int hashCode() {
      return Spread.of(one, other);
    }
  }

  private final SubsetAutomaton subsets;
  private final Map<String, Scene> scenes = new HashMap<>();
  private final Map<Scene, Integer> starts = new HashMap<>();
  private final Map<Scene, Map<Integer, List<Stimulus>>> stimuli = new HashMap<>();

  ProductSearch(SubsetAutomaton subsets) {
    this.subsets = subsets;
  }

  SubsetAutomaton subsets() {
    return subsets;
  }

  /**
   * The shortest script that tells the views apart and is accepted.
   *
   * @param scene its name
   * @param depth how many calls it may have before its last, the set-up of the scene aside
   * @param atOnce whether its last calls are two at once, rather than one
   */
  Optional<Probe> shortest(
      String scene, int one, int other, int depth, boolean atOnce, Predicate<Probe> accepted) {
    return shortest(scene, one, other, depth, atOnce, accepted, Integer.MAX_VALUE);
  }

  /**
   * The same, but gives up.
   *
   * @param mostRefused after so many that tell the views apart and are not accepted
   */
  Optional<Probe> shortest(
      String name,
      int one,
      int other,
      int depth,
      boolean atOnce,
      Predicate<Probe> accepted,
      int mostRefused) {
    int refused = 0;
    Scene scene = scenes.computeIfAbsent(name, this::scene);
    int start = starts.computeIfAbsent(scene, s -> s.initial(subsets.automaton()));
    Node root = new Node(at(start, one), at(start, other), 0, null, null);
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    Set<Pair> seen = new HashSet<>(List.of(new Pair(root.one(), root.other())));
    while (!open.isEmpty()) {
      Node node = open.remove();
      List<Stimulus> possible = stimuli(scene, node);
      for (List<Stimulus> calls : atOnce ? pairs(scene, node, possible) : alone(possible)) {
        if (differ(node, calls)) {
          Probe probe = new Probe(path(scene, node), calls);
          if (accepted.test(probe)) {
            return Optional.of(shrunk(probe, p -> differ(p, one, other) && accepted.test(p)));
          }
          if (++refused >= mostRefused) {
            return Optional.empty();
          }
        }
      }
      if (node.depth() < depth) {
        expand(node, possible, open, seen);
      }
    }
    return Optional.empty();
  }

  private Scene scene(String name) {
    return new Scene(subsets.automaton().semantics().module(), name);
  }

  private int at(int configuration, int view) {
    return subsets.set(subsets.automaton().withPolicies(configuration, view));
  }

  private void expand(Node node, List<Stimulus> possible, Deque<Node> open, Set<Pair> seen) {
    for (Stimulus stimulus : possible) {
      int call = subsets.number(List.of(stimulus));
      SubsetAutomaton.After one = subsets.after(node.one(), call);
      SubsetAutomaton.After other = subsets.after(node.other(), call);
      if (one != null && other != null && seen.add(new Pair(one.set(), other.set()))) {
        open.add(new Node(one.set(), other.set(), node.depth() + 1, node, stimulus));
      }
    }
  }

  private boolean differ(Node node, List<Stimulus> calls) {
    int number = subsets.number(calls);
    return differ(subsets.after(node.one(), number), subsets.after(node.other(), number));
  }

  private boolean differ(Probe probe, int one, int other) {
    return differ(probe.in(subsets, subsets.empty(one)), probe.in(subsets, subsets.empty(other)));
  }

  private static boolean differ(SubsetAutomaton.After one, SubsetAutomaton.After other) {
    return one != null && other != null && one.number() != other.number();
  }

  private List<Stimulus> stimuli(Scene scene, Node node) {
    List<Stimulus> one = stimuli(scene, node.one());
    List<Stimulus> other = stimuli(scene, node.other());
    List<Stimulus> zeroLast = new ArrayList<>(one);
    if (one != other) {
      Set<Stimulus> possible = new LinkedHashSet<>(one);
      possible.addAll(other);
      zeroLast = new ArrayList<>(possible);
    }
    Collections.reverse(zeroLast);
    return zeroLast;
  }

  private List<Stimulus> stimuli(Scene scene, int set) {
    int configuration = subsets.automaton().withPolicies(subsets.any(set), 0);
    return stimuli
        .computeIfAbsent(scene, s -> new HashMap<>())
        .computeIfAbsent(configuration, c -> scene.stimuli(subsets.automaton(), c));
  }

  private static List<List<Stimulus>> alone(List<Stimulus> possible) {
    return possible.stream().map(List::of).toList();
  }

  /** Any two of the calls, each made by a thread of its own. */
  private List<List<Stimulus>> pairs(Scene scene, Node node, List<Stimulus> possible) {
    List<List<Stimulus>> pairs = new ArrayList<>();
    for (Stimulus first : possible) {
      for (Stimulus second : possible) {
        String thread = apart(scene, node, first, second);
        if (thread != null && !first.equals(second)) {
          pairs.add(List.of(first, second.by(thread)));
        }
      }
    }
    return pairs;
  }

  /** A thread for the second call; null where there is none, or the calls come the other way. */
  private String apart(Scene scene, Node node, Stimulus first, Stimulus second) {
    if (first.isExpire() || second.isExpire()) {
      return null;
    }
    String main = scene.threads().get(0);
    boolean turned = !first.thread().equals(main) && second.thread().equals(main);
    if (turned || !first.thread().equals(second.thread())) {
      return turned ? null : second.thread();
    }
    return scene.threads().stream()
        .skip(1)
        .filter(thread -> !thread.equals(first.thread()))
        .filter(thread -> subsets.automaton().isIdle(subsets.any(node.one()), thread))
        .findFirst()
        .orElse(null);
  }

  private static List<Stimulus> path(Scene scene, Node node) {
    Deque<Stimulus> path = new ArrayDeque<>();
    for (Node at = node; at.parent() != null; at = at.parent()) {
      path.addFirst(at.stimulus());
    }
    List<Stimulus> calls = new ArrayList<>(scene.setup());
    calls.addAll(path);
    return calls;
  }

  /** The probe without the calls that it does not need, of the set-up for one. */
  private static Probe shrunk(Probe probe, Predicate<Probe> stillGood) {
    Probe shrunk = probe;
    for (int i = probe.before().size() - 1; i >= 0; i--) {
      boolean repeated = i > 0 && probe.before().get(i).equals(probe.before().get(i - 1));
      Probe smaller = repeated ? null : shrunk.without(i);
      if (smaller != null && stillGood.test(smaller)) {
        shrunk = smaller;
      }
    }
    return shrunk;
  }
}
