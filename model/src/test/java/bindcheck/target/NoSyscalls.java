package bindcheck.target;

/** A kernel in which every call is refused; tests override the one they are about. */
public abstract class NoSyscalls implements Syscalls {
  private static int refuse() {
    return -2;
  }

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    return refuse();
  }

  @Override
  public int interruptBind(int inth, int porth, long key, int options) {
    return refuse();
  }

  @Override
  public int interruptAck(int inth) {
    return refuse();
  }

  @Override
  public int interruptTrigger(int inth, int options, long timestamp) {
    return refuse();
  }

  @Override
  public int interruptDestroy(int inth) {
    return refuse();
  }

  @Override
  public int interruptWait(int inth, long[] outTimestamp) {
    return refuse();
  }

  @Override
  public int portCreate(int options, int[] out) {
    return refuse();
  }

  @Override
  public int portQueue(int porth, Packet in) {
    return refuse();
  }

  @Override
  public int portWait(int porth, long deadline, Packet out) {
    return refuse();
  }

  @Override
  public int handleClose(int handle) {
    return refuse();
  }

  @Override
  public int handleDuplicate(int handle, int rights, int[] out) {
    return refuse();
  }

  @Override
  public int handleReplace(int handle, int rights, int[] out) {
    return refuse();
  }

  @Override
  public int eventCreate(int options, int[] out) {
    return refuse();
  }
}
