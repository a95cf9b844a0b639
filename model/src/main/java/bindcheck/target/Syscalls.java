package bindcheck.target;

/**
 * The calls as a Java implementation offers them: arguments in C order, the status returned, and
 * each out-pointer an array of one element that may be null. Unsigned arguments are raw bits.
 *
 * <p>Calls are made by many threads at once. A call that blocks keeps its thread in {@code
 * Object.wait()}, without a time-out, to be observed exactly; see {@link JavaTarget}.
 */
public interface Syscalls {

  int interruptCreate(int srcObj, int srcNum, int options, int[] out);

  int interruptBind(int inth, int porth, long key, int options);

  int interruptAck(int inth);

  int interruptTrigger(int inth, int options, long timestamp);

  int interruptDestroy(int inth);

  int interruptWait(int inth, long[] outTimestamp);

  int portCreate(int options, int[] out);

  int portQueue(int porth, Packet in);

  int portWait(int porth, long deadline, Packet out);

  int handleClose(int handle);

  int handleDuplicate(int handle, int rights, int[] out);

  int handleReplace(int handle, int rights, int[] out);

  int eventCreate(int options, int[] out);

  /**
   * Lets the finite deadline of the call that the thread has in progress pass. Called by another
   * thread; does nothing if that thread has no such call.
   *
   * @throws UnsupportedOperationException if the implementation's clock cannot be told
   */
  default void expire(Thread thread) {
    throw new UnsupportedOperationException(getClass().getName() + " has no expire");
  }
}
