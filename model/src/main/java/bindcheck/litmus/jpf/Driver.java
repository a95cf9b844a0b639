package bindcheck.litmus.jpf;

import bindcheck.target.Packet;
import bindcheck.target.Syscalls;

/**
 * The program that runs under Java PathFinder: a litmus program, given as arguments by {@link
 * Encoding}, on an implementation given by its class. How its threads end is not printed; {@link
 * EndStates} reads it from {@link #threads} wherever no thread can go on.
 *
 * <p>Written in what Java PathFinder executes faithfully: no lambda, no record, no concatenation of
 * strings. Nor is there an array that threads share: reading an element would be a point at which
 * Java PathFinder switches threads, while the fields of these classes are excepted from that. So
 * recording adds no interleavings.
 */
public final class Driver {
  /** In place of the number of calls after which a thread throws. */
  static final int NEVER = -1;

  /** What a call wrote: {@link Call#output}. */
  static final int NO_OUTPUT = 0;

  static final int TIMESTAMP = 1;
  static final int PACKET = 2;

  private static final int INTERRUPT_PACKET = 7;

  /** The threads of the program, linked; the last comes first. */
  private static ScriptedThread threads;

  private Driver() {}

  /** Runs the program: the set-up, then all threads at once, of which this becomes the last. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Arguments arguments = new Arguments(args);
    Class<?> type = Class.forName(arguments.word());
    Syscalls kernel = (Syscalls) type.getConstructor().newInstance();
    Slot slots = null;
    for (long i = arguments.number(); i > 0; i--) {
      slots = new Slot(arguments, slots);
    }
    long count = arguments.number();
    ScriptedThread setUp = new ScriptedThread(kernel, arguments, slots);
    for (long i = 0; i < count; i++) {
      ScriptedThread thread = new ScriptedThread(kernel, arguments, slots);
      thread.next = threads;
      threads = thread;
    }
    setUp.run();
    for (ScriptedThread thread = threads.next; thread != null; thread = thread.next) {
      new Thread(thread, thread.name).start();
    }
    Thread.currentThread().setName(threads.name);
    threads.run();
  }

  /** The arguments, one after the other. */
  private static final class Arguments {
    private final String[] words;
    private int next;

    Arguments(String[] words) {
      this.words = words;
    }

    String word() {
      return words[next++];
    }

    long number() {
      return Long.parseLong(word());
    }

    boolean flag() {
      return number() != 0;
    }
  }

  /**
   * What a name means: the handle that was last assigned to it, by a thread of the program or else
   * in the set-up. The last slot is the first of the list.
   */
  private static final class Slot {
    private final Slot next;
    private final Slot inSetUp;
    private int handle;

    Slot(Arguments arguments, Slot next) {
      this.next = next;
      this.inSetUp = arguments.flag() ? at(arguments.number(), next) : null;
    }

    /** The slot before which so many are in the list. */
    static Slot at(long index, Slot first) {
      Slot slot = first;
      for (long i = 0; i < index; i++) {
        slot = slot.next;
      }
      return slot;
    }

    int get() {
      return handle == 0 && inSetUp != null ? inSetUp.get() : handle;
    }
  }

  /** An argument of a call: what a slot holds, or a number. */
  private static final class Argument {
    private final Slot slot;
    private final long value;
    private Argument next;

    Argument(Arguments arguments, Slot slots) {
      boolean isHandle = arguments.flag();
      value = arguments.number();
      slot = isHandle ? Slot.at(value, slots) : null;
    }

    long get() {
      return slot == null ? value : slot.get();
    }
  }

  /** A call as it is to be made, and what it gave, which is read from outside. */
  @SuppressWarnings("UnusedVariable")
  private static final class Call {
    private final String op;
    private final Slot result;
    private final boolean nullPointer;
    private final boolean finite;
    private Argument first;
    private Call next;

    private int status;
    private int output;
    private int packetType;
    private int packetStatus;
    private long key;
    private long value;

    Call(Arguments arguments, Slot slots) {
      op = arguments.word();
      result = arguments.flag() ? Slot.at(arguments.number(), slots) : null;
      nullPointer = arguments.flag();
      finite = arguments.flag();
      Argument last = null;
      for (long i = arguments.number(); i > 0; i--) {
        Argument argument = new Argument(arguments, slots);
        if (last == null) {
          first = argument;
        } else {
          last.next = argument;
        }
        last = argument;
      }
    }

    void make(Syscalls kernel) {
      switch (op) {
        case "interrupt_bind" ->
            status = kernel.interruptBind(int32(0), int32(1), int64(2), int32(3));
        case "interrupt_ack" -> status = kernel.interruptAck(int32(0));
        case "interrupt_trigger" -> status = kernel.interruptTrigger(int32(0), int32(1), int64(2));
        case "interrupt_destroy" -> status = kernel.interruptDestroy(int32(0));
        case "interrupt_wait" -> interruptWait(kernel);
        case "port_queue" -> status = kernel.portQueue(int32(0), nullPointer ? null : queued());
        case "port_wait" -> portWait(kernel);
        case "handle_close" -> status = kernel.handleClose(int32(0));
        default -> create(kernel);
      }
    }

    private void create(Syscalls kernel) {
      int[] out = nullPointer ? null : new int[1];
      switch (op) {
        case "interrupt_create" ->
            status = kernel.interruptCreate(int32(0), int32(1), int32(2), out);
        case "port_create" -> status = kernel.portCreate(int32(0), out);
        case "event_create" -> status = kernel.eventCreate(int32(0), out);
        case "handle_duplicate" -> status = kernel.handleDuplicate(int32(0), int32(1), out);
        case "handle_replace" -> status = kernel.handleReplace(int32(0), int32(1), out);
        default -> throw new IllegalArgumentException(op);
      }
      if (out != null && status == 0 && result != null) {
        result.handle = out[0];
      }
    }

    private void interruptWait(Syscalls kernel) {
      long[] out = nullPointer ? null : new long[1];
      status = kernel.interruptWait(int32(0), out);
      if (out != null && status == 0) {
        output = TIMESTAMP;
        value = out[0];
      }
    }

    private Packet queued() {
      Packet packet = new Packet();
      packet.key = int64(1);
      packet.user[0] = int64(2);
      return packet;
    }

    private void portWait(Syscalls kernel) {
      Packet out = nullPointer ? null : new Packet();
      status = kernel.portWait(int32(0), int64(1), out);
      if (out != null && status == 0) {
        output = PACKET;
        packetType = out.type;
        packetStatus = out.status;
        key = out.key;
        value = out.type == INTERRUPT_PACKET ? out.timestamp : out.user[0];
      }
    }

    private int int32(int index) {
      return (int) int64(index);
    }

    private long int64(int index) {
      Argument argument = first;
      for (int i = 0; i < index; i++) {
        argument = argument.next;
      }
      return argument.get();
    }
  }

  /** The calls of one thread. */
  private static final class ScriptedThread implements Runnable {
    private final String name;
    private final Syscalls kernel;
    private final long throwsAfter;
    private Call first;
    private ScriptedThread next;

    /** How many calls have returned. */
    private int returned;

    ScriptedThread(Syscalls kernel, Arguments arguments, Slot slots) {
      this.kernel = kernel;
      this.name = arguments.word();
      this.throwsAfter = arguments.number();
      Call last = null;
      for (long i = arguments.number(); i > 0; i--) {
        Call call = new Call(arguments, slots);
        if (last == null) {
          first = call;
        } else {
          last.next = call;
        }
        last = call;
      }
    }

    @Override
    public void run() {
      canary();
      for (Call call = first; call != null; call = call.next) {
        if (call.finite) {
          new Thread(new Deadline(this, Thread.currentThread(), returned), "deadline").start();
        }
        call.make(kernel);
        returned++;
        canary();
      }
    }

    private void canary() {
      if (returned == throwsAfter) {
        throw new Canary();
      }
    }
  }

  /** Lets the finite deadline of a call pass, again and again until that call has returned. */
  private static final class Deadline implements Runnable {
    private final ScriptedThread script;
    private final Thread thread;
    private final int call;

    Deadline(ScriptedThread script, Thread thread, int call) {
      this.script = script;
      this.thread = thread;
      this.call = call;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // a point to switch threads, for the model checker
    public void run() {
      while (script.returned == call) {
        script.kernel.expire(thread);
        Thread.yield();
      }
    }
  }

  /** Thrown by a canary twin where threads are known to come: a model checker must find it. */
  static final class Canary extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
