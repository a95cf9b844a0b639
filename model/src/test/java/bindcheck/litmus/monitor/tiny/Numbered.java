package bindcheck.litmus.monitor.tiny;

import bindcheck.target.NoSyscalls;

/** Every ack gets a number of the class, and the second fails. */
public final class Numbered extends NoSyscalls {
  private static int acks;

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    out[0] = 1;
    return 0;
  }

  @Override
  public int interruptAck(int inth) {
    synchronized (Numbered.class) {
      acks++;
      return acks < 2 ? 0 : -20;
    }
  }
}
