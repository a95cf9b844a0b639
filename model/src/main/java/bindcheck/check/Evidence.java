package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The walks that fixed a policy, each up to the step that did: together with a later walk they show
 * that an implementation does not keep to an alternative.
 */
final class Evidence {
  private final List<List<Line>> walks = new ArrayList<>();
  private Set<Integer> policies = Set.of();

  /** Keeps the walk if other policies are open than when this was last told. */
  void note(List<Line> walk, Set<Integer> nowOpen) {
    if (!nowOpen.equals(policies)) {
      policies = nowOpen;
      walks.add(List.copyOf(walk));
    }
  }

  /** One script: what was kept, in kernels' worth of handles of their own, then the walk. */
  List<Line> before(List<Line> walk) {
    List<Line> all = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      all.addAll(renamed(walks.get(i), "w" + i + "_"));
    }
    all.addAll(walk);
    return all;
  }

  /** The same walk twice: what an implementation does not keep to may show at the second. */
  static List<Line> twice(List<Line> walk) {
    List<Line> both = new ArrayList<>(renamed(walk, "w_"));
    both.addAll(walk);
    return both;
  }

  private static List<Line> renamed(List<Line> walk, String prefix) {
    return renamed(walk, name -> prefix + name);
  }

  /** The lines with other names for their handles. */
  static List<Line> renamed(List<Line> lines, UnaryOperator<String> names) {
    return lines.stream().map(line -> renamed(line, names)).toList();
  }

  private static Line renamed(Line line, UnaryOperator<String> names) {
    if (!(line.statement() instanceof Call call)) {
      return line;
    }
    return new Line(line.thread(), line.name().map(names), call.rename(names), line.number());
  }
}
