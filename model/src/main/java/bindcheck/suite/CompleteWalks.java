package bindcheck.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks that every machine fails that differs from the graph's and has at most so many states more:
 * the H-method (Dorofeeva, El-Fakih and Yevtushenko, "An improved conformance testing method",
 * FORTE 2005), for machines in which not every input can be made.
 *
 * <p>Every node is reached, every sequence of inputs one longer than the number of extra states is
 * made there, and any two places that are reached so at different nodes are told apart by a
 * sequence that is made at both. Nodes with other calls in progress are told apart by these.
 */
final class CompleteWalks {
  private final Machine machine;
  private final TransferFaults faults;
  private final Separation separation;
  private final Identifying identifying;
  private final TestTree root;
  private final List<TestTree> cover = new ArrayList<>();

  private CompleteWalks(Machine machine, Separation separation, TransferFaults faults) {
    this.machine = machine;
    this.faults = faults;
    this.separation = separation;
    this.identifying = new Identifying(separation);
    this.root = new TestTree(machine, 0);
  }

  /** The walks, each from the initial node. */
  static List<int[]> of(
      Machine machine, Separation separation, TransferFaults faults, int extraStates) {
    CompleteWalks complete = new CompleteWalks(machine, separation, faults);
    complete.reachEveryNode();
    complete.cover.forEach(complete::tellFromCover);
    complete.cover.forEach(place -> complete.goOn(place, List.of(), extraStates + 1));
    return complete.root.walks();
  }

  private void reachEveryNode() {
    BreadthFirstTree tree = BreadthFirstTree.of(machine.costs());
    for (int node = 0; node < machine.nodes(); node++) {
      cover.add(root.add(tree.pathTo(node)));
    }
  }

  /** Makes all sequences of so many inputs, and tells where they lead. */
  private void goOn(TestTree place, List<TestTree> before, int inputs) {
    for (int input = 0; input < machine.inputs() && inputs > 0; input++) {
      int edge = machine.edge(place.node(), input);
      if (edge != Machine.NONE) {
        TestTree next = place.add(edge);
        tellFromCover(next);
        before.forEach(earlier -> tell(next, List.of(earlier)));
        List<TestTree> upToNext = new ArrayList<>(before);
        upToNext.add(next);
        goOn(next, upToNext, inputs - 1);
      }
    }
  }

  private void tellFromCover(TestTree place) {
    tell(place, faults.couldBe(place.node()).stream().map(cover::get).toList());
  }

  private void tell(TestTree place, List<TestTree> others) {
    List<TestTree> left = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>();
    for (TestTree other : others) {
      boolean differ = faults.areShown(place.node(), other.node());
      if (differ && !place.tellsFrom(other)) {
        left.add(other);
        nodes.add(other.node());
      }
    }
    for (Identifying.Sequence sequence : identifying.of(place.node(), nodes)) {
      int[] edges = sequence.toArray();
      place.add(edges);
      for (TestTree other : left) {
        if (separation.shows(edges, place.node(), other.node())) {
          other.add(separation.instead(edges, other.node()));
        }
      }
    }
  }
}
