package bindcheck.impl;

/** What a handle refers to. */
abstract class KernelObject {
  /** How many handles refer to this object; guarded by the {@link HandleTable}. */
  int handles;

  /** The rights of the handle that the call which creates this object returns. */
  abstract int defaultRights();

  /**
   * Called once, when the last handle has been closed, by a thread that holds no lock: what a call
   * does "closing" in the specification.
   */
  abstract void lastHandleClosed();
}
