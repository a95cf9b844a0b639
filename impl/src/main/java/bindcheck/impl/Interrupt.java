package bindcheck.impl;

/**
 * A virtual interrupt.
 *
 * <p>It may be bound to one port, once and for good. A trigger of a bound interrupt that is armed
 * queues a packet there and disarms it; a trigger that comes while it is not armed is remembered.
 * An unbound interrupt remembers a trigger for {@link #await}. Of several triggers the first is
 * remembered and the others are dropped.
 *
 * <p>The specification's fields of an interrupt (spec/Interrupts.tla) are these:
 *
 * <ul>
 *   <li>{@code binding}: nothing while {@link #port} is null, else {@link #port} and {@link #key};
 *   <li>{@code arm}: "armed" if {@link #armed}, or while a thread is {@link #waiting}; else "sent"
 *       or "early", of which the same follows here (C-destroy-nothing-read=NOT_FOUND);
 *   <li>{@code remembered}: {@link #pendingTimestamp} if {@link #pending}, else nothing; never more
 *       than one (C-coalesce=first);
 *   <li>{@code waiters}: the thread that is {@link #waiting}, never more than one
 *       (C-second-waiter=BAD_STATE);
 *   <li>{@code destroyed}: {@link #destroyed};
 *   <li>{@code released} and {@code stale}: always nothing (C-release=one,
 *       C-stale-destroy=destroys).
 * </ul>
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
   * Binds this to a port (R-bind), with which it stays (R-bind-once, R-bind-single-port). A trigger
   * that came before is forgotten (C-early-trigger=forgotten). The interrupt is armed, unless a
   * wait has returned since the last trigger: then it is not armed until an ack
   * (C-early-wait=not-armed).
   *
   * @return OK (R-bind-return); or without a change (R-failure-changes-nothing) CANCELED if
   *     destroyed (R-bind-canceled), else ALREADY_BOUND (R-bind-already-bound), else BAD_STATE if a
   *     thread waits (R-bind-waiting)
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
   * Re-arms this (R-rearm), whether or not its last packet has been read (R-early-ack,
   * C-ack-unread=queues); if a trigger is remembered, queues its packet at once and so is not armed
   * again (R-rearm-pending). Nothing changes if it is armed already (C-idle-ack=OK).
   *
   * @return OK; or without a change BAD_STATE if unbound (R-ack-unbound), else CANCELED if
   *     destroyed (R-ack-canceled)
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
   * it (C-late-trigger=rearms), remembers it and releases the waiting thread (R-trigger-unbound,
   * R-trigger-waiter). A bound one that is armed queues a packet (R-packet-delivered, R-packet-key,
   * R-packet-timestamp), though an earlier one may be unread (C-trigger-unread=queues). One that is
   * not armed remembers it until an ack (R-rearm-needed).
   *
   * @return OK; or without a change CANCELED if destroyed (R-trigger-canceled)
   */
  synchronized int trigger(long timestamp) {
    if (destroyed) {
      return Status.CANCELED;
    }
    if (port == null) {
      armed = true;
      remember(timestamp);
      notifyAll();
    } else if (armed) {
      armed = false;
      port.deliver(this, key, timestamp);
    } else {
      remember(timestamp);
    }
    assert invariant();
    return Status.OK;
  }

  /** Of several the first is kept (C-coalesce=first), at 0 too (C-zero-timestamp=remembered). */
  private void remember(long timestamp) {
    if (!pending) {
      pending = true;
      pendingTimestamp = timestamp;
    }
  }

  /**
   * Waits until there is a remembered trigger (R-wait-blocks), takes it, and leaves this not armed
   * (R-wait). A trigger that is there is taken, even if another thread has been waiting for it
   * (C-overtake=takes, C-unbound-pending=live); the thread whose trigger was taken waits on
   * (C-released-waiter=waits). An interruption of the thread ends the wait by {@link ThreadKilled}.
   *
   * @param outTimestamp where the trigger's timestamp goes on success; may be null
   * @return OK; or BAD_STATE if bound (R-wait-bound), else CANCELED if destroyed now or while
   *     waiting (R-wait-canceled), else BAD_STATE if there is no trigger to take and another thread
   *     waits (C-second-waiter=BAD_STATE)
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
   * Destroys this (R-destroy): a waiting thread is released (R-destroy-waiter), and packets that
   * nobody has read are taken out of the port (R-destroy-unread). It stays bound to its port
   * (C-destroyed-binding=kept), remembers nothing, and counts as armed. A second time nothing
   * happens.
   *
   * @return OK, also a second time (C-destroy-again=OK); or NOT_FOUND, though destroyed, if it was
   *     bound and not armed and none of its packets was in the port (R-destroy-not-found,
   *     C-destroy-nothing-read=NOT_FOUND)
   */
  synchronized int destroy() {
    if (destroyed) {
      return Status.OK;
    }
    boolean unread = port != null && port.removePacketsOf(this);
    int status = port == null || armed || unread ? Status.OK : Status.NOT_FOUND;
    destroyed = true;
    armed = true;
    pending = false;
    notifyAll();
    assert invariant();
    return status;
  }

  @Override
  int defaultRights() {
    return Rights.DEFAULT_INTERRUPT;
  }

  /** Destroys this (R-close-last). */
  @Override
  void lastHandleClosed() {
    destroy();
  }

  private boolean invariant() {
    assert port == null || port.bindable();
    assert !(waiting && port != null) : "a waiting thread excludes a port";
    assert !destroyed || (armed && !pending) : "a destroyed interrupt is armed, remembers nothing";
    assert !(port != null && armed && pending) : "an armed interrupt has nothing to deliver";
    assert !(port == null && pending && !armed) : "a trigger arms an unbound interrupt";
    return true;
  }
}
