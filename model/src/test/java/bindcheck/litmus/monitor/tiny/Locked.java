package bindcheck.litmus.monitor.tiny;

import bindcheck.target.NoSyscalls;
import java.util.concurrent.locks.ReentrantLock;

/** An ack under a lock that is no monitor. */
public final class Locked extends NoSyscalls {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    out[0] = 1;
    return 0;
  }

  @Override
  public int interruptAck(int inth) {
    lock.lock();
    try {
      return 0;
    } finally {
      lock.unlock();
    }
  }
}
