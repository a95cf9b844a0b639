package bindcheck.litmus.jpf;

import bindcheck.call.PortPacket;
import bindcheck.target.Packet;
import bindcheck.target.Syscalls;
import java.util.Arrays;
import java.util.Iterator;

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

  /** The threads of the program, linked; the last comes first. */
  private static ScriptedThread threads;

  /** The call that was last read from the arguments. */
  private static Call latest;

  private Driver() {}

  /** Runs the program: the set-up, then all threads at once, of which this becomes the last. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Iterator<String> words = Arrays.asList(args).iterator();
    Class<?> type = Class.forName(words.next());
    Syscalls kernel = (Syscalls) type.getConstructor().newInstance();
    ScriptedThread setUp = new ScriptedThread(kernel, words, null);
    while (words.hasNext()) {
      threads = new ScriptedThread(kernel, words, threads);
    }
    setUp.run();
    for (ScriptedThread thread = threads.next; thread != null; thread = thread.next) {
      new Thread(thread, thread.name).start();
    }
    Thread.currentThread().setName(threads.name);
    threads.run();
  }

  private static long number(Iterator<String> words) {
    return Long.parseLong(words.next());
  }

  private static boolean flag(Iterator<String> words) {
    return number(words) != 0;
  }

  /** An argument of a call: the handle that an earlier call made, or a number. */
  private static final class Argument {
    private final Call maker;
    private final long value;
    private final Argument next;

    Argument(Iterator<String> words) {
      maker = flag(words) ? latest.ago(number(words)) : null;
      value = maker == null ? number(words) : 0;
      next = flag(words) ? new Argument(words) : null;
    }

    long get() {
      return maker == null ? value : maker.handle;
    }
  }

  /** A call as it is to be made, and what it gave, which is read from outside. */
  @SuppressWarnings("UnusedVariable")
  private static final class Call {
    private final String op;
    private final boolean named;
    private final boolean nullPointer;
    private final boolean finite;
    private final Call before;
    private final Argument first;
    private final Call next;

    private int handle;
    private int status;
    private boolean wrote;
    private int packetType;
    private int packetStatus;
    private long key;
    private long value;

    Call(Iterator<String> words) {
      before = latest;
      latest = this;
      op = words.next();
      named = flag(words);
      nullPointer = flag(words);
      finite = flag(words);
      first = new Argument(words);
      next = flag(words) ? new Call(words) : null;
    }

    /** The call that was read so many calls before this one. */
    private Call ago(long calls) {
      return calls == 0 ? this : before.ago(calls - 1);
    }

    void make(Syscalls kernel) {
      int[] out = nullPointer ? null : new int[1];
      switch (op) {
        case "interrupt_create" ->
            status = kernel.interruptCreate(int32(0), int32(1), int32(2), out);
        case "interrupt_bind" ->
            status = kernel.interruptBind(int32(0), int32(1), int64(2), int32(3));
        case "interrupt_ack" -> status = kernel.interruptAck(int32(0));
        case "interrupt_trigger" -> status = kernel.interruptTrigger(int32(0), int32(1), int64(2));
        case "interrupt_destroy" -> status = kernel.interruptDestroy(int32(0));
        case "interrupt_wait" -> interruptWait(kernel);
        case "port_queue" -> status = kernel.portQueue(int32(0), nullPointer ? null : queued());
        case "port_wait" -> portWait(kernel);
        case "port_create" -> status = kernel.portCreate(int32(0), out);
        case "event_create" -> status = kernel.eventCreate(int32(0), out);
        case "handle_close" -> status = kernel.handleClose(int32(0));
        case "handle_duplicate" -> status = kernel.handleDuplicate(int32(0), int32(1), out);
        case "handle_replace" -> status = kernel.handleReplace(int32(0), int32(1), out);
        default -> throw new IllegalArgumentException(op);
      }
      if (named && status == 0) {
        handle = out[0];
      }
    }

    private void interruptWait(Syscalls kernel) {
      long[] out = nullPointer ? null : new long[1];
      status = kernel.interruptWait(int32(0), out);
      if (out != null && status == 0) {
        wrote = true;
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
        wrote = true;
        packetType = out.type;
        packetStatus = out.status;
        key = out.key;
        value = out.type == PortPacket.INTERRUPT ? out.timestamp : out.user[0];
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
    private final Call first;
    private final ScriptedThread next;

    /** How many calls have returned. */
    private int returned;

    ScriptedThread(Syscalls kernel, Iterator<String> words, ScriptedThread next) {
      this.kernel = kernel;
      this.next = next;
      name = words.next();
      throwsAfter = number(words);
      first = new Call(words);
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
