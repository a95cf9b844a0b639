package bindcheck.spec;

import bindcheck.tla.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Configurations up to a renaming of all threads but the first: the representative is the one whose
 * printed form is least. Equal for two configurations if and only if one is a renaming of the
 * other.
 */
public final class Symmetry {
  private final Automaton automaton;
  private final List<int[]> orders = new ArrayList<>();
  private final Map<Integer, Integer> representatives = new HashMap<>();
  private final Map<Integer, String> printedKernels = new HashMap<>();
  private final Map<Integer, String> printedCalls = new HashMap<>();

  public Symmetry(Automaton automaton) {
    this.automaton = automaton;
    addOrders(new int[automaton.threads().size()], 1, 1L);
  }

  private void addOrders(int[] order, int thread, long used) {
    if (thread >= order.length) {
      orders.add(order.clone());
      return;
    }
    for (int to = 1; to < order.length; to++) {
      if ((used & 1L << to) == 0) {
        order[thread] = to;
        addOrders(order, thread + 1, used | 1L << to);
      }
    }
  }

  /** The number of the representative. */
  public int representative(int number) {
    return representatives.computeIfAbsent(number, this::least);
  }

  private int least(int number) {
    if (automaton.calls(number).isEmpty()) {
      return number;
    }
    int least = number;
    String leastText = print(number);
    for (int[] order : orders) {
      int other = automaton.permute(number, order);
      String text = print(other);
      if (text.compareTo(leastText) < 0) {
        least = other;
        leastText = text;
      }
    }
    return least;
  }

  /** The printed form of a configuration, the same in every run. */
  public String print(int number) {
    Configuration c = automaton.configuration(number);
    Semantics semantics = automaton.semantics();
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < c.threads(); t++) {
      text.append(
              printedCalls.computeIfAbsent(c.call(t), call -> Terms.print(semantics.call(call))))
          .append(' ');
    }
    return text.append(
            printedKernels.computeIfAbsent(
                c.kernel, kernel -> Terms.print(semantics.kernel(kernel))))
        .toString();
  }
}
