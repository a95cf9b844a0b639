package bindcheck.impl;

/**
 * The calls, each with the C call's name, arguments and {@code zx_status_t}. An out-pointer is an
 * array of one element or a {@link Packet}; where a call fails, what it points to is unchanged.
 *
 * <p>Every call may be made by any thread at any time. Where several errors apply, the one that a
 * call's Javadoc names first is returned. A handle is looked up like this: BAD_HANDLE if it is no
 * handle, else ACCESS_DENIED if it lacks the right, else WRONG_TYPE. A call that fails changes
 * nothing, but for {@link #handleReplace} and the NOT_FOUND of {@link #interruptDestroy}.
 */
public class Kernel {
  /** {@code ZX_HANDLE_INVALID}: the value that no handle has. */
  public static final int HANDLE_INVALID = 0;

  /** {@code ZX_INTERRUPT_VIRTUAL}: an option of {@link #interruptCreate}. */
  public static final int INTERRUPT_VIRTUAL = 0x10;

  /** {@code ZX_PORT_BIND_TO_INTERRUPT}: an option of {@link #portCreate}. */
  public static final int PORT_BIND_TO_INTERRUPT = 1;

  private final HandleTable handles = new HandleTable();
  private final Clock clock;

  /** A kernel in real time: deadlines are on the scale of {@link System#nanoTime}. */
  public Kernel() {
    this(new SystemClock());
  }

  /** A kernel whose deadlines pass when {@code clock} says so. */
  public Kernel(Clock clock) {
    this.clock = clock;
  }

  /**
   * Creates a virtual interrupt, armed and unbound. There are no resources in this kernel, so that
   * nobody can create an interrupt that is not virtual.
   *
   * @param srcObj for an interrupt that is not virtual, a resource; else ignored
   * @param srcNum ignored
   * @param options {@link #INTERRUPT_VIRTUAL}
   * @return OK; not virtual: BAD_HANDLE or WRONG_TYPE for {@code srcObj}; virtual: INVALID_ARGS
   *     with any further option or without {@code out}
   */
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    if ((options & INTERRUPT_VIRTUAL) == 0) {
      Found<KernelObject> source = handles.find(srcObj, Rights.NONE, KernelObject.class);
      return source.status == Status.OK ? Status.WRONG_TYPE : source.status;
    }
    if (options != INTERRUPT_VIRTUAL) {
      return Status.INVALID_ARGS;
    }
    return create(new Interrupt(), out);
  }

  /**
   * Binds an interrupt to a port: from now on its triggers queue packets with {@code key} there.
   *
   * @param inth needs the right READ
   * @param porth needs the right WRITE
   * @param key any 64 bits
   * @param options 0
   * @return OK; INVALID_ARGS for the options; a lookup's error for {@code inth}, then for {@code
   *     porth}; WRONG_TYPE if the port was not created for interrupts; CANCELED if the interrupt is
   *     destroyed; ALREADY_BOUND; BAD_STATE if a thread is in {@link #interruptWait}
   */
  public int interruptBind(int inth, int porth, long key, int options) {
    if (options != 0) {
      return Status.INVALID_ARGS;
    }
    Found<Interrupt> interrupt = handles.find(inth, Rights.READ, Interrupt.class);
    if (interrupt.status != Status.OK) {
      return interrupt.status;
    }
    Found<Port> port = handles.find(porth, Rights.WRITE, Port.class);
    if (port.status != Status.OK) {
      return port.status;
    }
    if (!port.object.bindable()) {
      return Status.WRONG_TYPE;
    }
    return interrupt.object.bind(port.object, key);
  }

  /**
   * Re-arms a bound interrupt; if it was triggered while not armed, queues that trigger's packet
   * instead.
   *
   * @param inth needs the right WRITE
   * @return OK, also if it is armed already; a lookup's error; BAD_STATE if unbound; CANCELED if
   *     destroyed
   */
  public int interruptAck(int inth) {
    Found<Interrupt> interrupt = handles.find(inth, Rights.WRITE, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.ack() : interrupt.status;
  }

  /**
   * Triggers an interrupt.
   *
   * @param inth needs the right SIGNAL
   * @param options 0
   * @param timestamp any number: none is special and none is checked
   * @return OK; INVALID_ARGS for the options; a lookup's error; CANCELED if destroyed
   */
  public int interruptTrigger(int inth, int options, long timestamp) {
    if (options != 0) {
      return Status.INVALID_ARGS;
    }
    Found<Interrupt> interrupt = handles.find(inth, Rights.SIGNAL, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.trigger(timestamp) : interrupt.status;
  }

  /**
   * Destroys an interrupt: releases a thread in {@link #interruptWait} and removes packets that
   * nobody has read.
   *
   * @param inth needs no right
   * @return OK, also a second time; a lookup's error; NOT_FOUND, though destroyed, if it was bound
   *     and not armed and none of its packets was in the port
   */
  public int interruptDestroy(int inth) {
    Found<Interrupt> interrupt = handles.find(inth, Rights.NONE, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.destroy() : interrupt.status;
  }

  /**
   * Waits for a trigger of an unbound interrupt; one that has come already is taken at once.
   *
   * @param inth needs the right WAIT
   * @param outTimestamp where the timestamp of the trigger goes; null if it is not wanted
   * @return OK; a lookup's error; BAD_STATE if bound; CANCELED if destroyed now or while waiting;
   *     BAD_STATE if another thread waits already
   */
  public int interruptWait(int inth, long[] outTimestamp) {
    Found<Interrupt> interrupt = handles.find(inth, Rights.WAIT, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.await(outTimestamp) : interrupt.status;
  }

  /**
   * Creates a port.
   *
   * @param options 0, or {@link #PORT_BIND_TO_INTERRUPT} for a port to which interrupts can be
   *     bound
   * @return OK; INVALID_ARGS for the options or without {@code out}
   */
  public int portCreate(int options, int[] out) {
    if (options != 0 && options != PORT_BIND_TO_INTERRUPT) {
      return Status.INVALID_ARGS;
    }
    return create(new Port(clock, options == PORT_BIND_TO_INTERRUPT), out);
  }

  /**
   * Queues a user packet.
   *
   * @param porth needs the right WRITE
   * @param packet its key, status and payload are copied; its type is taken to be {@link
   *     Packet#USER}
   * @return OK; a lookup's error; INVALID_ARGS without a packet; BAD_STATE if the port's last
   *     handle was closed after the lookup; SHOULD_WAIT if 2049 user packets are queued already
   */
  public int portQueue(int porth, Packet packet) {
    Found<Port> port = handles.find(porth, Rights.WRITE, Port.class);
    if (port.status != Status.OK) {
      return port.status;
    }
    return packet == null ? Status.INVALID_ARGS : port.object.queue(packet);
  }

  /**
   * Takes the next packet of a port, interrupt packets first, and waits until there is one.
   *
   * @param porth needs the right READ
   * @param deadline absolute, in nanoseconds; zero or less does not wait; {@link Clock#INFINITE}
   *     waits for ever
   * @param out where the packet goes
   * @return OK; a lookup's error; INVALID_ARGS without {@code out}, and no packet is taken;
   *     TIMED_OUT if the deadline has passed and there is no packet
   */
  public int portWait(int porth, long deadline, Packet out) {
    Found<Port> port = handles.find(porth, Rights.READ, Port.class);
    if (port.status != Status.OK) {
      return port.status;
    }
    return out == null ? Status.INVALID_ARGS : port.object.await(deadline, out);
  }

  /**
   * Closes a handle. Calls that have looked it up already go on. With its last handle an interrupt
   * is destroyed; a port drops its user packets, while its readers stay blocked and interrupts stay
   * bound to it.
   *
   * @return OK, also for {@link #HANDLE_INVALID}; BAD_HANDLE
   */
  public int handleClose(int handle) {
    if (handle == HANDLE_INVALID) {
      return Status.OK;
    }
    return release(handles.remove(handle));
  }

  /**
   * Makes another handle to the same object.
   *
   * @param handle needs the right DUPLICATE
   * @param rights some of the handle's, or {@link Rights#SAME_RIGHTS}
   * @return OK; BAD_HANDLE; ACCESS_DENIED; INVALID_ARGS if the handle has not all of {@code
   *     rights}, or without {@code out}
   */
  public int handleDuplicate(int handle, int rights, int[] out) {
    return handles.duplicate(handle, rights, out);
  }

  /**
   * Closes a handle and makes another to the same object in its place. It is closed even if the
   * other is refused.
   *
   * @param handle needs no right
   * @param rights some of the handle's, or {@link Rights#SAME_RIGHTS}
   * @return OK; BAD_HANDLE; INVALID_ARGS if the handle has not all of {@code rights}, or without
   *     {@code out}
   */
  public int handleReplace(int handle, int rights, int[] out) {
    return release(handles.replace(handle, rights, out));
  }

  /**
   * Creates an event: an object of another type, with which no call here can do anything.
   *
   * @param options 0
   * @return OK; INVALID_ARGS for the options or without {@code out}
   */
  public int eventCreate(int options, int[] out) {
    return options != 0 ? Status.INVALID_ARGS : create(new Event(), out);
  }

  private int create(KernelObject object, int[] out) {
    if (out == null) {
      return Status.INVALID_ARGS;
    }
    out[0] = handles.add(object, object.defaultRights());
    return Status.OK;
  }

  /** Tells the object that the table has let go of, if any, and passes the status on. */
  private static int release(Found<KernelObject> closed) {
    if (closed.object != null) {
      closed.object.lastHandleClosed();
    }
    return closed.status;
  }
}
