package bindcheck.check;

import bindcheck.script.Argument;
import bindcheck.script.Call;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
      String prefix = "w" + i + "_";
      walks.get(i).forEach(line -> all.add(renamed(line, prefix)));
    }
    all.addAll(walk);
    return all;
  }

  private static Line renamed(Line line, String prefix) {
    if (!(line.stimulus() instanceof Call call)) {
      return line;
    }
    List<Argument> arguments =
        call.arguments().stream().map(argument -> renamed(argument, prefix)).toList();
    return new Line(
        line.thread(),
        line.name().map(name -> prefix + name),
        new Call(call.op(), arguments, call.nullPointer()),
        line.number());
  }

  private static Argument renamed(Argument argument, String prefix) {
    return argument instanceof Argument.Handle handle
        ? new Argument.Handle(prefix + handle.name())
        : argument;
  }
}
