package bindcheck.target;

import bindcheck.impl.Kernel;
import bindcheck.impl.ManualClock;

/** The reference implementation as a target, with a clock that {@link #expire} tells. */
public final class ReferenceTarget implements Syscalls {
  private final ManualClock clock = new ManualClock();
  private final Kernel kernel = new Kernel(clock);

  /** A fresh kernel. */
  public ReferenceTarget() {}

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    return kernel.interruptCreate(srcObj, srcNum, options, out);
  }

  @Override
  public int interruptBind(int inth, int porth, long key, int options) {
    return kernel.interruptBind(inth, porth, key, options);
  }

  @Override
  public int interruptAck(int inth) {
    return kernel.interruptAck(inth);
  }

  @Override
  public int interruptTrigger(int inth, int options, long timestamp) {
    return kernel.interruptTrigger(inth, options, timestamp);
  }

  @Override
  public int interruptDestroy(int inth) {
    return kernel.interruptDestroy(inth);
  }

  @Override
  public int interruptWait(int inth, long[] outTimestamp) {
    return kernel.interruptWait(inth, outTimestamp);
  }

  @Override
  public int portCreate(int options, int[] out) {
    return kernel.portCreate(options, out);
  }

  @Override
  public int portQueue(int porth, Packet in) {
    return kernel.portQueue(porth, in == null ? null : toKernel(in));
  }

  @Override
  public int portWait(int porth, long deadline, Packet out) {
    if (out == null) {
      return kernel.portWait(porth, deadline, null);
    }
    bindcheck.impl.Packet read = toKernel(out);
    int status = kernel.portWait(porth, deadline, read);
    fromKernel(read, out);
    return status;
  }

  @Override
  public int handleClose(int handle) {
    return kernel.handleClose(handle);
  }

  @Override
  public int handleDuplicate(int handle, int rights, int[] out) {
    return kernel.handleDuplicate(handle, rights, out);
  }

  @Override
  public int handleReplace(int handle, int rights, int[] out) {
    return kernel.handleReplace(handle, rights, out);
  }

  @Override
  public int eventCreate(int options, int[] out) {
    return kernel.eventCreate(options, out);
  }

  @Override
  public void expire(Thread thread) {
    clock.expire(thread);
  }

  private static bindcheck.impl.Packet toKernel(Packet from) {
    bindcheck.impl.Packet to = new bindcheck.impl.Packet();
    to.key = from.key;
    to.type = from.type;
    to.status = from.status;
    to.timestamp = from.timestamp;
    System.arraycopy(from.user, 0, to.user, 0, to.user.length);
    return to;
  }

  private static void fromKernel(bindcheck.impl.Packet from, Packet to) {
    to.key = from.key;
    to.type = from.type;
    to.status = from.status;
    to.timestamp = from.timestamp;
    System.arraycopy(from.user, 0, to.user, 0, to.user.length);
  }
}
