package example;

import bindcheck.target.Packet;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Syscalls;

/**
 * What is tested: a class with the calls and a public constructor that makes a fresh kernel. Put
 * your own in the place of the reference implementation, which stands in for it here.
 */
public final class Kernel implements Syscalls {
  private final Syscalls kernel = new ReferenceTarget();

  /** A fresh kernel. */
  public Kernel() {}

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
    return kernel.portQueue(porth, in);
  }

  @Override
  public int portWait(int porth, long deadline, Packet out) {
    return kernel.portWait(porth, deadline, out);
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
    kernel.expire(thread);
  }
}
