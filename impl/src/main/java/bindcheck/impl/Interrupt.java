package bindcheck.impl;

/**
 * A virtual interrupt.
 *
 * <p>It may be bound to one port, once and for good. A trigger of a bound interrupt that is armed
 * queues a packet there and disarms it; a trigger that comes while it is not armed is remembered.
 * An unbound interrupt remembers a trigger for {@link #await}. Of several triggers the first is
 * remembered and the others are dropped.
 *
 * <p>Its monitor is taken before the port's.
 */
final class Interrupt extends KernelObject {
  /**
   * The port that this is bound to; null as long as it is unbound. It stays when this is destroyed.
   */
  private Port port;

  /** Of the packets; of no meaning while unbound. */
  private long key;

  /** Whether a trigger queues a packet; while unbound, whether it would if this were bound. */
  private boolean armed = true;

  /** Whether a trigger is remembered. */
  private boolean pending;

  /** Of the remembered trigger; of no meaning without one. */
  private long pendingTimestamp;

  /** Whether a thread is in {@link #await} and has not left it, though it may have been woken. */
  private boolean waiting;

  private boolean destroyed;

  /**
   * Binds this to a port. A trigger that came before is forgotten. The interrupt is armed, unless a
   * wait has returned since the last trigger: then it is not armed until an ack.
   *
   * @return OK; or without a change CANCELED if destroyed, else ALREADY_BOUND, else BAD_STATE if a
   *     thread waits
   */
  synchronized int bind(Port toPort, long withKey) {
    if (destroyed) {
      return Status.CANCELED;
    }
    if (port != null) {
      return Status.ALREADY_BOUND;
    }
    if (waiting) {
      return Status.BAD_STATE;
    }
    port = toPort;
    key = withKey;
    pending = false;
    assert invariant();
    return Status.OK;
  }

  /**
   * Re-arms this, whether or not its last packet has been read; if a trigger is remembered, queues
   * its packet at once and so is not armed again. Nothing changes if it is armed already.
   *
   * @return OK; or without a change BAD_STATE if unbound, else CANCELED if destroyed
   */
  synchronized int ack() {
    if (port == null) {
      return Status.BAD_STATE;
    }
    if (destroyed) {
      return Status.CANCELED;
    }
    if (pending) {
      pending = false;
      port.deliver(this, key, pendingTimestamp);
    } else {
      armed = true;
    }
    assert invariant();
    return Status.OK;
  }

  /**
   * Triggers this at {@code timestamp}, which may be any number. An unbound interrupt is armed by
   * it.
   *
   * @return OK; or without a change CANCELED if destroyed
   */
  synchronized int trigger(long timestamp) {
    if (destroyed) {
      return Status.CANCELED;
    }
    if (port != null && armed) {
      armed = false;
      port.deliver(this, key, timestamp);
    } else {
      remember(timestamp);
    }
    assert invariant();
    return Status.OK;
  }

  private void remember(long timestamp) {
    if (!pending) {
      pending = true;
      pendingTimestamp = timestamp;
    }
    if (port == null) {
      armed = true;
      notifyAll();
    }
  }

  /**
   * Waits until there is a remembered trigger, takes it, and leaves this not armed. A waiting
   * thread whose trigger another thread took first waits on. An interruption of the thread ends the
   * wait by {@link ThreadKilled}.
   *
   * @param outTimestamp where the trigger's timestamp goes on success; may be null
   * @return OK; or BAD_STATE if bound, else CANCELED if destroyed now or while waiting, else
   *     BAD_STATE if there is no trigger to take and another thread waits
   */
  synchronized int await(long[] outTimestamp) {
    if (port != null) {
      return Status.BAD_STATE;
    }
    if (!destroyed && !pending) {
      if (waiting) {
        return Status.BAD_STATE;
      }
      waitForTriggerOrDestroy();
    }
    if (destroyed) {
      return Status.CANCELED;
    }
    take(outTimestamp);
    assert invariant();
    return Status.OK;
  }

  private void waitForTriggerOrDestroy() {
    waiting = true;
    try {
      while (!pending && !destroyed) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new ThreadKilled(e);
    } finally {
      waiting = false;
    }
  }

  private void take(long[] outTimestamp) {
    pending = false;
    armed = false;
    if (outTimestamp != null) {
      outTimestamp[0] = pendingTimestamp;
    }
  }

  /**
   * Destroys this: a waiting thread is released, and packets that nobody has read are taken out of
   * the port. A second time nothing happens.
   *
   * @return OK; or NOT_FOUND, though destroyed, if it was bound and not armed and none of its
   *     packets was in the port
   */
  synchronized int destroy() {
    if (destroyed) {
      return Status.OK;
    }
    destroyed = true;
    pending = false;
    notifyAll();
    boolean removed = port != null && port.removePacketsOf(this);
    assert invariant();
    return port != null && !armed && !removed ? Status.NOT_FOUND : Status.OK;
  }

  @Override
  int defaultRights() {
    return Rights.DEFAULT_INTERRUPT;
  }

  /** Destroys this. */
  @Override
  void lastHandleClosed() {
    destroy();
  }

  private boolean invariant() {
    assert port == null || port.bindable();
    assert !(waiting && port != null) : "a waiting thread excludes a port";
    assert !(destroyed && pending) : "a destroyed interrupt remembers nothing";
    assert !(port != null && armed && pending) : "an armed interrupt has nothing to deliver";
    assert !(port == null && pending && !armed) : "a trigger arms an unbound interrupt";
    return true;
  }
}
