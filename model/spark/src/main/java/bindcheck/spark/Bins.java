package bindcheck.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Deals histories out so that no bin has much more than the others: the largest first, each into
 * the one that has least (Graham, Bounds on multiprocessing timing anomalies, 1969).
 */
final class Bins {
  private static final class Bin {
    private final List<Extent> extents = new ArrayList<>();
    private long bytes;
  }

  private Bins() {}

  /**
   * So many at most; none is empty, and the one that begins with the largest history comes first.
   */
  static List<List<Extent>> of(List<Extent> extents, int most) {
    List<Extent> sorted = new ArrayList<>(extents);
    sorted.sort(Comparator.comparingLong(Extent::bytes).reversed());
    List<Bin> bins = new ArrayList<>();
    PriorityQueue<Bin> byBytes = new PriorityQueue<>(Comparator.comparingLong(bin -> bin.bytes));
    for (Extent extent : sorted) {
      Bin least = bins.size() < most ? new Bin() : byBytes.remove();
      if (least.extents.isEmpty()) {
        bins.add(least);
      }
      least.extents.add(extent);
      least.bytes += extent.bytes();
      byBytes.add(least);
    }
    return bins.stream().map(bin -> List.copyOf(bin.extents)).toList();
  }
}
