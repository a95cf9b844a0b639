package bindcheck.history.judge;

import bindcheck.call.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many histories two engines were asked about, by variant, and what they said. */
final class Tally {
  /** What was said of some. */
  private static final class Sizes {
    int accepted;
    int rejected;
    int undecided;
    int disagreements;

    int all() {
      return accepted + rejected + undecided + disagreements;
    }
  }

  private final Map<String, Sizes> variants = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  /** Both say the same; INCONCLUSIVE where one of them does not say. */
  void agreed(String variant, Verdict verdict) {
    Sizes sizes = sizes(variant);
    switch (verdict) {
      case PASS -> sizes.accepted++;
      case FAIL -> sizes.rejected++;
      default -> sizes.undecided++;
    }
  }

  /** They do not, as is told. */
  void disagreed(String variant, String told) {
    sizes(variant).disagreements++;
    disagreements.add(told);
  }

  private Sizes sizes(String variant) {
    return variants.computeIfAbsent(variant, first -> new Sizes());
  }

  /** The sizes by variant, told in a line each. */
  Map<String, String> figures() {
    Map<String, String> figures = new TreeMap<>();
    variants.forEach(
        (name, of) ->
            figures.put(
                name,
                "%d histories: %d accepted, %d rejected, %d undecided, %d disagreements"
                    .formatted(
                        of.all(), of.accepted, of.rejected, of.undecided, of.disagreements)));
    return figures;
  }

  List<String> disagreements() {
    return disagreements;
  }

  int all() {
    return variants.values().stream().mapToInt(Sizes::all).sum();
  }

  int accepted() {
    return variants.values().stream().mapToInt(sizes -> sizes.accepted).sum();
  }

  int rejected() {
    return variants.values().stream().mapToInt(sizes -> sizes.rejected).sum();
  }

  int undecided() {
    return variants.values().stream().mapToInt(sizes -> sizes.undecided).sum();
  }

  /** The sizes, a row for each variant and one for all. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    row(table, "variant", "histories", "accepted", "rejected", "undecided", "disagreements");
    variants.forEach(
        (name, of) ->
            row(table, name, of.all(), of.accepted, of.rejected, of.undecided, of.disagreements));
    row(table, "all", all(), accepted(), rejected(), undecided(), disagreements.size());
    return table.toString();
  }

  private static void row(StringBuilder table, Object... cells) {
    table.append("%-12s %10s %9s %9s %10s %14s%n".formatted(cells));
  }
}
