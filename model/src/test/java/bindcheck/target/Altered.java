package bindcheck.target;

/** The reference implementation, for tests to do otherwise in one call. */
public abstract class Altered implements Syscalls {
  private final ReferenceTarget reference = new ReferenceTarget();

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    return reference.interruptCreate(srcObj, srcNum, options, out);
  }

  @Override
  public int interruptBind(int inth, int porth, long key, int options) {
    return reference.interruptBind(inth, porth, key, options);
  }

  @Override
  public int interruptAck(int inth) {
    return reference.interruptAck(inth);
  }

  @Override
  public int interruptTrigger(int inth, int options, long timestamp) {
    return reference.interruptTrigger(inth, options, timestamp);
  }

  @Override
  public int interruptDestroy(int inth) {
    return reference.interruptDestroy(inth);
  }

  @Override
  public int interruptWait(int inth, long[] outTimestamp) {
    return reference.interruptWait(inth, outTimestamp);
  }

  @Override
  public int portCreate(int options, int[] out) {
    return reference.portCreate(options, out);
  }

  @Override
  public int portQueue(int porth, Packet in) {
    return reference.portQueue(porth, in);
  }

  @Override
  public int portWait(int porth, long deadline, Packet out) {
    return reference.portWait(porth, deadline, out);
  }

  @Override
  public int handleClose(int handle) {
    return reference.handleClose(handle);
  }

  @Override
  public int handleDuplicate(int handle, int rights, int[] out) {
    return reference.handleDuplicate(handle, rights, out);
  }

  @Override
  public int handleReplace(int handle, int rights, int[] out) {
    return reference.handleReplace(handle, rights, out);
  }

  @Override
  public int eventCreate(int options, int[] out) {
    return reference.eventCreate(options, out);
  }

  @Override
  public void expire(Thread thread) {
    reference.expire(thread);
  }
}
