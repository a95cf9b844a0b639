package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls with one argument that is plainer: fewer options, all rights, a pointer that is not null, a
 * packet of which less is said.
 */
final class PlainArguments {
  private static final String ALL_RIGHTS = "SAME_RIGHTS";

  private PlainArguments() {}

  /** The calls, the plainest first. */
  static List<Call> of(Call call) {
    List<Call> plainer = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      for (long plain : plain(call, i)) {
        plainer.add(call.with(i, plain));
      }
    }
    boolean isOnlyThePointer = call.parameters().equals(call.op().parameters());
    if (call.nullPointer() && isOnlyThePointer && !call.op().returnsHandle()) {
      plainer.add(call.withPointer());
    }
    plainer.addAll(PlainPackets.plainer(call));
    return plainer;
  }

  private static List<Long> plain(Call call, int index) {
    Kind kind = call.parameters().get(index).kind();
    if (!kind.isBits()) {
      return List.of();
    }
    long value = call.argument(index);
    if (kind == Kind.RIGHTS) {
      long all = Constants.fitting(call.op(), kind).get(ALL_RIGHTS);
      return value == all ? List.of() : List.of(all);
    }
    List<Long> fewer = new ArrayList<>();
    if (Long.bitCount(value) > 1) {
      fewer.add(0L);
    }
    for (long rest = value; rest != 0; rest &= rest - 1) {
      fewer.add(value ^ Long.lowestOneBit(rest));
    }
    return fewer;
  }
}
