package bindcheck.hunt;

import bindcheck.call.Call;
import java.util.Random;

/** Makes of a call one that is to be refused, as a rule, or that has less to say. */
final class Misuse {
  private static final long[] OPTIONS = {0, 1, 2, 0x12};

  /** None; some that an interrupt's handle and a port's have; some that only one of them has. */
  private static final long[] RIGHTS = {0, 0x4, 0x8, 0xC, 0x1, 0xD00F};

  private Misuse() {}

  /**
   * The same call but for one argument, or with a null pointer.
   *
   * @param handle stands in the place of one that fits
   */
  static Call of(Call call, long handle, Random random) {
    int place = random.nextInt(call.parameters().size() + (call.op().takesPointer() ? 1 : 0));
    boolean nullPointer = place == call.parameters().size();
    long[] arguments = new long[call.op().parameters(nullPointer).size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == place ? other(call, i, handle, random) : call.argument(i);
    }
    return Call.of(call.op(), nullPointer, arguments);
  }

  private static long other(Call call, int place, long handle, Random random) {
    return switch (call.parameters().get(place).kind()) {
      case HANDLE -> handle;
      case OPTIONS -> OPTIONS[random.nextInt(OPTIONS.length)];
      case RIGHTS -> RIGHTS[random.nextInt(RIGHTS.length)];
      case U32, U64, I64, TIME -> call.argument(place);
    };
  }
}
