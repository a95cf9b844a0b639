package bindcheck.impl;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * A port: two first-in-first-out queues, of which the one of interrupt packets goes first. Each
 * packet goes to one reader, whichever finds it first (C-reader-wake=packet).
 *
 * <p>The specification's fields of a port (spec/Ports.tla) are these: {@code bindable} is {@link
 * #bindable}; {@code interrupts} is {@link #interruptPackets} and {@code packets} is {@link
 * #userPackets}, the first to be read at the head; {@code state} is "open" until {@link #closed},
 * then "silent" (C-closed-port=silent).
 *
 * <p>Its monitor is taken after an interrupt's.
 */
final class Port extends KernelObject {
  /** How many user packets fit (C-capacity=2049); interrupt packets do not count. */
  static final int CAPACITY = 2049;

  /** A packet of an interrupt that nobody has read. */
  private static final class FromInterrupt {
    final Interrupt source;
    final long key;
    final long timestamp;

    FromInterrupt(Interrupt source, long key, long timestamp) {
      this.source = source;
      this.key = key;
      this.timestamp = timestamp;
    }
  }

  private final Clock clock;
  private final boolean bindable;
  private final ArrayDeque<FromInterrupt> interruptPackets = new ArrayDeque<>();
  private final ArrayDeque<Packet> userPackets = new ArrayDeque<>();

  /** Whether the last handle is gone. */
  private boolean closed;

  Port(Clock clock, boolean bindable) {
    this.clock = clock;
    this.bindable = bindable;
  }

  /** Whether interrupts may be bound to this (R-bind-port-option); it never changes. */
  boolean bindable() {
    return bindable;
  }

  /**
   * Queues a packet of {@code source} with that key and timestamp (R-packet-delivered,
   * R-packet-key, R-packet-timestamp), however many user packets there are (R-dedicated-queue), and
   * wakes readers (R-packet-wakes-reader). The caller holds the monitor of {@code source}. This
   * works on a closed port too.
   */
  synchronized void deliver(Interrupt source, long key, long timestamp) {
    assert Thread.holdsLock(source);
    interruptPackets.add(new FromInterrupt(source, key, timestamp));
    notifyAll();
    assert invariant();
  }

  /**
   * Removes every packet of {@code source} (R-destroy-unread), whose monitor the caller holds.
   *
   * @return whether there was one
   */
  synchronized boolean removePacketsOf(Interrupt source) {
    assert Thread.holdsLock(source);
    boolean removed = false;
    for (Iterator<FromInterrupt> all = interruptPackets.iterator(); all.hasNext(); ) {
      if (all.next().source == source) {
        all.remove();
        removed = true;
      }
    }
    assert invariant();
    return removed;
  }

  /**
   * Queues a copy of {@code packet} as a user packet (R-port-queue), and wakes readers
   * (R-packet-wakes-reader): its key, status and payload are kept, its type is not.
   *
   * @return OK; or without a change BAD_STATE if closed (C-closed-queue=BAD_STATE), else
   *     SHOULD_WAIT if {@link #CAPACITY} user packets are here (R-port-queue-full)
   */
  synchronized int queue(Packet packet) {
    if (closed) {
      return Status.BAD_STATE;
    }
    if (userPackets.size() == CAPACITY) {
      return Status.SHOULD_WAIT;
    }
    Packet copy = new Packet();
    copy.set(packet);
    copy.type = Packet.USER;
    copy.timestamp = 0;
    userPackets.add(copy);
    notifyAll();
    assert invariant();
    return Status.OK;
  }

  /**
   * Takes the next packet (R-fifo): of an interrupt (R-port-wait-interrupt), even if there is a
   * user packet (R-priority), else of a user (R-port-wait-user); waits until there is one
   * (R-port-wait-blocks), or until the deadline passes. A packet that is there is taken even if the
   * deadline has passed. A port that is closed meanwhile makes no difference. An interruption of
   * the thread ends the wait by {@link ThreadKilled}.
   *
   * @param deadline absolute, in nanoseconds of the clock
   * @param out where the packet goes; not null
   * @return OK; or TIMED_OUT with {@code out} unchanged (R-port-wait-timed-out)
   */
  synchronized int await(long deadline, Packet out) {
    if (!waitForPacket(deadline)) {
      return Status.TIMED_OUT;
    }
    take(out);
    assert invariant();
    return Status.OK;
  }

  /** Returns whether there is a packet, as against the deadline having passed without one. */
  private boolean waitForPacket(long deadline) {
    boolean passed = clock.passed(deadline);
    try {
      while (isEmpty() && !passed) {
        passed = clock.await(this, deadline);
      }
    } catch (InterruptedException e) {
      throw new ThreadKilled(e);
    }
    return !isEmpty();
  }

  private boolean isEmpty() {
    return interruptPackets.isEmpty() && userPackets.isEmpty();
  }

  private void take(Packet out) {
    if (interruptPackets.isEmpty()) {
      out.set(userPackets.remove());
      return;
    }
    FromInterrupt packet = interruptPackets.remove();
    out.key = packet.key;
    out.type = Packet.INTERRUPT;
    out.status = Status.OK;
    out.timestamp = packet.timestamp;
    for (int i = 0; i < out.user.length; i++) {
      out.user[i] = 0;
    }
  }

  @Override
  int defaultRights() {
    return Rights.DEFAULT_PORT;
  }

  /**
   * Drops the user packets (C-closed-packets=flushed) and accepts no more. Readers stay blocked
   * (C-closed-port=silent), and bound interrupts stay bound and go on delivering.
   */
  @Override
  synchronized void lastHandleClosed() {
    closed = true;
    userPackets.clear();
    assert invariant();
  }

  private boolean invariant() {
    assert bindable || interruptPackets.isEmpty() : "interrupt packets need a port made for them";
    assert userPackets.size() <= CAPACITY;
    assert !closed || userPackets.isEmpty() : "a closed port has no user packets";
    return true;
  }
}
