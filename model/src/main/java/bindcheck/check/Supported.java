package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Op;
import bindcheck.call.Statement;
import bindcheck.spec.Stimulus;
import bindcheck.target.Support;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The stimuli that can be made on a target that has not all the calls. A call that may block is
 * made only if what would release it can be made as well.
 */
public final class Supported implements Predicate<Stimulus> {
  private final Support support;

  public Supported(Support support) {
    this.support = support;
  }

  @Override
  public boolean test(Stimulus stimulus) {
    if (stimulus.isExpire()) {
      return support.expire();
    }
    Call call = stimulus.call();
    return support.calls().contains(call.op()) && (!call.op().mayBlock() || canRelease(call));
  }

  private boolean canRelease(Call call) {
    if (call.op() == Op.INTERRUPT_WAIT) {
      return support.calls().contains(Op.INTERRUPT_DESTROY);
    }
    return switch (Constants.deadline(call.argument(1))) {
      case "INFINITE" -> support.calls().contains(Op.PORT_QUEUE);
      case "FINITE" -> support.expire();
      default -> true;
    };
  }

  /** What the target has not; empty where it has everything. */
  public List<String> missing() {
    List<String> missing =
        Arrays.stream(Op.values())
            .filter(op -> !support.calls().contains(op))
            .map(Op::scriptName)
            .collect(Collectors.toList());
    if (!support.expire()) {
      missing.add(Statement.EXPIRE);
    }
    return missing;
  }
}
