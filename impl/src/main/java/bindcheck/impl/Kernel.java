package bindcheck.impl;

/**
 * The calls, each with the C call's name, arguments and {@code zx_status_t}. An out-pointer is an
 * array of one element or a {@link Packet}; where a call fails, what it points to is unchanged.
 *
 * <p>Every call may be made by any thread at any time. Where several errors apply, the one that a
 * call's Javadoc names first is returned (C-error-order=rights-first). A handle is looked up like
 * this: BAD_HANDLE if it is no handle, else ACCESS_DENIED if it lacks the right, else WRONG_TYPE. A
 * call that fails changes nothing (R-failure-changes-nothing), but for {@link #handleReplace} and
 * the NOT_FOUND of {@link #interruptDestroy}.
 *
 * <p>What a call meets stands beside it: R-... is a requirement (spec/Requirements.tla), C-... a
 * choice and what is chosen here (spec/Choices.tla). The objects say how it is met. As in the
 * specification (spec/Steps.tla), looking up a handle is a step, what the call does with the
 * objects that it found is another, and telling an object that its last handle is closed is one of
 * its own.
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
   * Creates a virtual interrupt, armed and unbound (R-create). There are no resources in this
   * kernel, so that nobody can create an interrupt that is not virtual.
   *
   * @param srcObj for an interrupt that is not virtual, a resource; else ignored
   * @param srcNum ignored
   * @param options {@link #INTERRUPT_VIRTUAL}
   * @return OK; not virtual: BAD_HANDLE (R-create-bad-handle) or WRONG_TYPE (R-create-wrong-type)
   *     for {@code srcObj}; virtual: INVALID_ARGS with any further option or without {@code out}
   *     (R-create-invalid-args, C-create-options=absent)
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
   * Binds an interrupt to a port (R-bind), once and for good (R-bind-once, R-bind-single-port):
   * from now on its triggers queue packets with {@code key} there.
   *
   * @param inth needs the right READ
   * @param porth needs the right WRITE
   * @param key any 64 bits
   * @param options 0
   * @return OK (R-bind-return); or without a change (R-failure-changes-nothing) INVALID_ARGS for
   *     the options (R-bind-invalid-args, C-unbind=absent); a lookup's error for {@code inth}, then
   *     for {@code porth} (R-bind-bad-handle, R-bind-access-denied, R-bind-wrong-type); WRONG_TYPE
   *     if the port was not created for interrupts (R-bind-port-option, C-plain-port=WRONG_TYPE);
   *     CANCELED if the interrupt is destroyed (R-bind-canceled); ALREADY_BOUND
   *     (R-bind-already-bound); BAD_STATE if a thread is in {@link #interruptWait} (R-bind-waiting)
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
   * Re-arms a bound interrupt (R-rearm), though its packet may be unread (R-early-ack); if it was
   * triggered while not armed, queues that trigger's packet instead (R-rearm-pending).
   *
   * @param inth needs the right WRITE
   * @return OK, also if it is armed already (C-idle-ack=OK); a lookup's error (R-ack-bad-handle,
   *     R-ack-access-denied, R-ack-wrong-type); BAD_STATE if unbound (R-ack-unbound); CANCELED if
   *     destroyed (R-ack-canceled)
   */
  public int interruptAck(int inth) {
    Found<Interrupt> interrupt = handles.find(inth, Rights.WRITE, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.ack() : interrupt.status;
  }

  /**
   * Triggers an interrupt. If it is unbound, {@link #interruptWait} takes the trigger
   * (R-trigger-unbound), and a thread there is released (R-trigger-waiter). If it is bound and
   * armed, a packet is queued (R-packet-delivered) with the key of its bind (R-packet-key) and
   * {@code timestamp} (R-packet-timestamp). If it is bound and not armed, the trigger is remembered
   * until an ack (R-rearm-needed).
   *
   * @param inth needs the right SIGNAL
   * @param options 0
   * @param timestamp any number: none is special and none is checked
   * @return OK; INVALID_ARGS for the options (R-trigger-invalid-args); a lookup's error
   *     (R-trigger-bad-handle, R-trigger-access-denied, R-trigger-wrong-type); CANCELED if
   *     destroyed (R-trigger-canceled)
   */
  public int interruptTrigger(int inth, int options, long timestamp) {
    if (options != 0) {
      return Status.INVALID_ARGS;
    }
    Found<Interrupt> interrupt = handles.find(inth, Rights.SIGNAL, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.trigger(timestamp) : interrupt.status;
  }

  /**
   * Destroys an interrupt (R-destroy): releases a thread in {@link #interruptWait}
   * (R-destroy-waiter) and removes packets that nobody has read (R-destroy-unread).
   *
   * @param inth needs no right (C-destroy-right=none)
   * @return OK, also a second time (C-destroy-again=OK); a lookup's error (R-destroy-bad-handle,
   *     R-destroy-wrong-type); NOT_FOUND, though destroyed, if it was bound and not armed and none
   *     of its packets was in the port (R-destroy-not-found)
   */
  public int interruptDestroy(int inth) {
    Found<Interrupt> interrupt = handles.find(inth, Rights.NONE, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.destroy() : interrupt.status;
  }

  /**
   * Waits for a trigger of an unbound interrupt (R-wait-blocks) and takes it (R-wait); one that has
   * come already is taken at once.
   *
   * @param inth needs the right WAIT
   * @param outTimestamp where the timestamp of the trigger goes; null if it is not wanted
   * @return OK; a lookup's error (R-wait-bad-handle, R-wait-access-denied, R-wait-wrong-type);
   *     BAD_STATE if bound (R-wait-bound); CANCELED if destroyed now or while waiting
   *     (R-wait-canceled); BAD_STATE if another thread waits already (C-second-waiter=BAD_STATE)
   */
  public int interruptWait(int inth, long[] outTimestamp) {
    Found<Interrupt> interrupt = handles.find(inth, Rights.WAIT, Interrupt.class);
    return interrupt.status == Status.OK ? interrupt.object.await(outTimestamp) : interrupt.status;
  }

  /**
   * Creates a port, empty (R-port-create).
   *
   * @param options 0, or {@link #PORT_BIND_TO_INTERRUPT} for a port to which interrupts can be
   *     bound
   * @return OK; INVALID_ARGS for the options or without {@code out} (R-port-create-invalid-args)
   */
  public int portCreate(int options, int[] out) {
    if (options != 0 && options != PORT_BIND_TO_INTERRUPT) {
      return Status.INVALID_ARGS;
    }
    return create(new Port(clock, options == PORT_BIND_TO_INTERRUPT), out);
  }

  /**
   * Queues a user packet (R-port-queue), not among those of interrupts (R-dedicated-queue).
   *
   * @param porth needs the right WRITE
   * @param packet its key, status and payload are copied; its type is taken to be {@link
   *     Packet#USER}
   * @return OK; a lookup's error (R-port-queue-bad-handle, R-port-queue-access-denied,
   *     R-port-queue-wrong-type); INVALID_ARGS without a packet (R-port-queue-invalid-args);
   *     BAD_STATE if the port's last handle was closed after the lookup (C-closed-queue=BAD_STATE);
   *     SHOULD_WAIT if 2049 user packets are queued already (R-port-queue-full, C-capacity=2049)
   */
  public int portQueue(int porth, Packet packet) {
    Found<Port> port = handles.find(porth, Rights.WRITE, Port.class);
    if (port.status != Status.OK) {
      return port.status;
    }
    return packet == null ? Status.INVALID_ARGS : port.object.queue(packet);
  }

  /**
   * Takes the next packet of a port (R-fifo): of an interrupt (R-port-wait-interrupt), even if
   * there is one of a user (R-priority), else of a user (R-port-wait-user). Waits until there is
   * one (R-port-wait-blocks), and no longer (R-packet-wakes-reader).
   *
   * @param porth needs the right READ
   * @param deadline absolute, in nanoseconds; zero or less does not wait; {@link Clock#INFINITE}
   *     waits for ever
   * @param out where the packet goes
   * @return OK; a lookup's error (R-port-wait-bad-handle, R-port-wait-access-denied,
   *     R-port-wait-wrong-type); INVALID_ARGS without {@code out}, and no packet is taken
   *     (R-port-wait-invalid-args, C-null-packet=early); TIMED_OUT if the deadline has passed and
   *     there is no packet (R-port-wait-timed-out)
   */
  public int portWait(int porth, long deadline, Packet out) {
    Found<Port> port = handles.find(porth, Rights.READ, Port.class);
    if (port.status != Status.OK) {
      return port.status;
    }
    return out == null ? Status.INVALID_ARGS : port.object.await(deadline, out);
  }

  /**
   * Closes a handle (R-close). Calls that have looked it up already go on. With its last handle an
   * interrupt is destroyed (R-close-last); a port drops its user packets
   * (C-closed-packets=flushed), while its readers stay blocked (C-closed-port=silent) and
   * interrupts stay bound to it.
   *
   * @return OK, also for {@link #HANDLE_INVALID} (R-close-invalid); BAD_HANDLE (R-close-bad-handle)
   */
  public int handleClose(int handle) {
    if (handle == HANDLE_INVALID) {
      return Status.OK;
    }
    return release(handles.remove(handle));
  }

  /**
   * Makes another handle to the same object (R-duplicate).
   *
   * @param handle needs the right DUPLICATE
   * @param rights some of the handle's, or {@link Rights#SAME_RIGHTS}
   * @return OK; BAD_HANDLE (R-duplicate-bad-handle); ACCESS_DENIED (R-duplicate-access-denied);
   *     INVALID_ARGS if the handle has not all of {@code rights}, or without {@code out}
   *     (R-duplicate-invalid-args)
   */
  public int handleDuplicate(int handle, int rights, int[] out) {
    return handles.duplicate(handle, rights, out);
  }

  /**
   * Closes a handle and makes another to the same object in its place (R-replace). It is closed
   * even if the other is refused (C-failed-replace=closes).
   *
   * @param handle needs no right
   * @param rights some of the handle's, or {@link Rights#SAME_RIGHTS}
   * @return OK; BAD_HANDLE (R-replace-bad-handle); INVALID_ARGS if the handle has not all of {@code
   *     rights}, or without {@code out} (R-replace-invalid-args)
   */
  public int handleReplace(int handle, int rights, int[] out) {
    return release(handles.replace(handle, rights, out));
  }

  /**
   * Creates an event (R-event): an object of another type, with which no call here can do anything.
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
