package bindcheck.check;

import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.spec.Stimulus;
import bindcheck.spec.Terms;
import bindcheck.target.Support;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tlc2.value.impl.Value;

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
    Op op = Op.named(stimulus.op()).orElseThrow();
    return support.calls().contains(op) && (!op.mayBlock() || canRelease(op, stimulus));
  }

  private boolean canRelease(Op op, Stimulus stimulus) {
    return switch (deadline(stimulus)) {
      case PAST -> true;
      case FINITE -> support.expire();
      case INFINITE -> support.calls().contains(op.releasedBy().orElseThrow());
    };
  }

  private static Deadline deadline(Stimulus stimulus) {
    Value deadline = Terms.optionalField(stimulus.args(), "deadline");
    return deadline == null ? Deadline.INFINITE : Deadline.valueOf(Terms.text(deadline));
  }

  /** What the target has not; empty where it has everything. */
  public List<String> missing() {
    List<String> missing =
        Arrays.stream(Op.values())
            .filter(op -> !support.calls().contains(op))
            .map(Op::scriptName)
            .collect(Collectors.toList());
    if (!support.expire()) {
      missing.add(Stimulus.EXPIRE);
    }
    return missing;
  }
}
