package bindcheck.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks that kill transfer faults: each takes an edge, then the inputs that tell its end from
 * others, and goes on from there to the next edge. What kills most for its length comes first.
 */
final class KillingWalks {
  /** How long a walk grows beyond its first way: a script has to be shrunk from it. */
  private static final int LONG = 50;

  private final Machine machine;
  private final Identifying identifying;
  private final Map<Integer, Deque<Piece>> piecesFrom = new LinkedHashMap<>();
  private final Adjacency outgoing;

  KillingWalks(Machine machine, Separation separation) {
    this.machine = machine;
    this.identifying = new Identifying(separation);
    this.outgoing = Adjacency.of(machine.nodes(), machine.edges(), machine::from);
  }

  /**
   * Walks that kill as many of the faults as so many steps allow, ways from piece to piece not
   * counted.
   *
   * @param together see {@link Piece#of}
   */
  List<int[]> of(List<TransferFault> faults, boolean together, long mostSteps) {
    List<Piece> pieces = Piece.of(machine, identifying, faults, together);
    pieces.sort(Comparator.comparingDouble(Piece::worth).reversed());
    long steps = 0;
    for (Piece piece : pieces) {
      steps += piece.edges().size();
      if (steps <= mostSteps) {
        piecesFrom
            .computeIfAbsent(machine.from(piece.edges().get(0)), n -> new ArrayDeque<>())
            .add(piece);
      }
    }
    List<int[]> walks = new ArrayList<>();
    while (!piecesFrom.isEmpty()) {
      walks.add(walk());
    }
    return walks;
  }

  private int[] walk() {
    List<Integer> walk = new ArrayList<>();
    int node = 0;
    int[] way = wayToPiece(node);
    int end = way.length + LONG;
    while (way != null && walk.size() < end) {
      Arrays.stream(way).forEach(walk::add);
      node = way.length == 0 ? node : machine.to(way[way.length - 1]);
      Piece piece = take(node);
      walk.addAll(piece.edges());
      node = machine.to(walk.get(walk.size() - 1));
      way = wayToPiece(node);
    }
    return walk.stream().mapToInt(Integer::intValue).toArray();
  }

  private Piece take(int node) {
    Deque<Piece> pieces = piecesFrom.get(node);
    Piece piece = pieces.remove();
    if (pieces.isEmpty()) {
      piecesFrom.remove(node);
    }
    return piece;
  }

  /** The shortest way to a node from which a piece is left; null where there is none. */
  private int[] wayToPiece(int start) {
    Map<Integer, Integer> into = new LinkedHashMap<>(Map.of(start, Machine.NONE));
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int node = open.remove();
      if (piecesFrom.containsKey(node)) {
        return way(node, into);
      }
      for (int slot = outgoing.first(node); slot < outgoing.end(node); slot++) {
        int edge = outgoing.arc(slot);
        if (into.putIfAbsent(machine.to(edge), edge) == null) {
          open.add(machine.to(edge));
        }
      }
    }
    return null;
  }

  private int[] way(int end, Map<Integer, Integer> into) {
    Deque<Integer> way = new ArrayDeque<>();
    for (int edge = into.get(end); edge != Machine.NONE; edge = into.get(machine.from(edge))) {
      way.addFirst(edge);
    }
    return way.stream().mapToInt(Integer::intValue).toArray();
  }
}
