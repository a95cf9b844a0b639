package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.target.Dispatch;
import bindcheck.target.Syscalls;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes nothing down: the same calls without what recording them costs. None of them may block.
 */
final class Blank extends Journal {
  private final int most;
  private int made;

  Blank(String thread, AtomicLong counter, int most) {
    super(thread, counter, 0);
    this.most = most;
  }

  @Override
  Reply make(Call call, Syscalls kernel) {
    made++;
    return Dispatch.make(call, kernel);
  }

  @Override
  boolean isFull() {
    return made == most;
  }
}
