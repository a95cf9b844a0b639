package bindcheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A few rows in which every pair of levels of two factors occurs, built greedily: for each row the
 * level of each factor is the one that adds the most new pairs (Cohen et al., AETG, 1997).
 */
final class CoveringArray {
  private record Pair(int factor, int level, int otherFactor, int otherLevel) {}

  private final int[] levels;
  private final Set<Pair> missing = new HashSet<>();
  private final List<int[]> rows = new ArrayList<>();

  private CoveringArray(int[] levels) {
    this.levels = levels;
  }

  /** The rows for factors with these numbers of levels. */
  static List<int[]> of(int[] levels) {
    CoveringArray array = new CoveringArray(levels);
    array.addAllPairs();
    while (!array.missing.isEmpty()) {
      array.addRow();
    }
    return array.rows;
  }

  private void addAllPairs() {
    for (int f = 0; f < levels.length; f++) {
      for (int g = f + 1; g < levels.length; g++) {
        for (int a = 0; a < levels[f]; a++) {
          for (int b = 0; b < levels[g]; b++) {
            missing.add(new Pair(f, a, g, b));
          }
        }
      }
    }
  }

  private void addRow() {
    int[] row = new int[levels.length];
    java.util.Arrays.fill(row, -1);
    Pair seed =
        missing.stream()
            .min(
                Comparator.comparingInt(Pair::factor)
                    .thenComparingInt(Pair::level)
                    .thenComparingInt(Pair::otherFactor)
                    .thenComparingInt(Pair::otherLevel))
            .orElseThrow();
    row[seed.factor()] = seed.level();
    row[seed.otherFactor()] = seed.otherLevel();
    for (int f = 0; f < levels.length; f++) {
      if (row[f] < 0) {
        row[f] = best(row, f);
      }
    }
    missing.removeIf(p -> row[p.factor()] == p.level() && row[p.otherFactor()] == p.otherLevel());
    rows.add(row);
  }

  private int best(int[] row, int factor) {
    int best = 0;
    long most = -1;
    for (int level = 0; level < levels[factor]; level++) {
      long gain = gain(row, factor, level);
      if (gain > most) {
        most = gain;
        best = level;
      }
    }
    return best;
  }

  private long gain(int[] row, int factor, int level) {
    long gain = 0;
    for (int other = 0; other < row.length; other++) {
      if (row[other] >= 0) {
        Pair pair =
            factor < other
                ? new Pair(factor, level, other, row[other])
                : new Pair(other, row[other], factor, level);
        gain += missing.contains(pair) ? 1 : 0;
      }
    }
    return gain;
  }
}
