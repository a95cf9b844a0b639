package bindcheck.bench;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.target.Dispatch;
import bindcheck.target.ReferenceTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A history of any length, which is allowed by construction: each call takes effect on the
 * reference implementation, one at a time, between its call event and its return event. One port,
 * some interrupts bound to it, and no value twice.
 */
final class Traffic {
  /** How calls overlap. */
  enum Overlap {
    /** With readers that are blocked, and with nothing else. */
    NAT,
    /** Nearly all with all others. */
    DENSE
  }

  /**
   * What traffic there is.
   *
   * @param events about how many, with the set-up; calls in progress are seen to their ends
   * @param threads how many make calls, beside the one that sets up
   */
  record Load(Overlap overlap, long events, int threads, int interrupts) {
    @Override
    public String toString() {
      return "%s, %,d events, threads %d, interrupts %d"
          .formatted(overlap.name().toLowerCase(Locale.ROOT), events, threads, interrupts);
    }
  }

  /** A thread: idle without a call; in its call; blocked; or about to return, with a reply. */
  private static final class Caller {
    final String name;
    Call call;
    Reply reply;
    boolean isBlocked;

    Caller(String name) {
      this.name = name;
    }
  }

  private static final long BINDABLE = 1;
  private static final long VIRTUAL = 0x10;

  /** Of so many calls, this many are reads, triggers and acks; the others queue. */
  private static final int CALLS = 20;

  private static final int READS = 8;
  private static final int TRIGGERS = 5;
  private static final int ACKS = 4;

  /** Where more user packets are unread, every call is a read. */
  private static final int BACKLOG = 8;

  private final Load load;
  private final Random random;
  private final Consumer<Event> events;
  private final ReferenceTarget kernel = new ReferenceTarget();
  private final Caller main = new Caller("main");
  private final List<Caller> callers;
  private final Deque<Caller> blocked = new ArrayDeque<>();
  private long made;
  private long value;
  private int reading;
  private int unread;
  private long port;
  private long[] interrupts;

  private Traffic(Load load, long seed, Consumer<Event> events) {
    this.load = load;
    this.random = new Random(seed);
    this.events = events;
    this.callers =
        IntStream.rangeClosed(1, load.threads()).mapToObj(t -> new Caller("T" + t)).toList();
  }

  /** Gives the events one by one; the same for the same load and seed, always. */
  static void make(Load load, long seed, Consumer<Event> events) {
    new Traffic(load, seed, events).run();
  }

  /** Writes the history to a file, and gives the number of its events. */
  static long write(Load load, long seed, Path file) {
    long[] written = {0};
    try (HistoryWriter history =
        new HistoryWriter(Files.newOutputStream(file), new Header("bench", false))) {
      make(
          load,
          seed,
          event -> {
            history.write(event);
            written[0]++;
          });
      return written[0];
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void run() {
    setUp();
    for (Caller next = next(); next != null; next = next()) {
      goOn(next);
      while (load.overlap() == Overlap.NAT && next.call != null && !next.isBlocked) {
        goOn(next);
      }
      if (load.overlap() == Overlap.NAT) {
        callers.stream().filter(caller -> caller.reply != null).forEach(this::comeBack);
      }
    }
    tell(new Event.End(true));
  }

  private void setUp() {
    port = handle(Call.of(Op.PORT_CREATE, BINDABLE));
    interrupts = new long[load.interrupts()];
    for (int i = 0; i < interrupts.length; i++) {
      interrupts[i] = handle(Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL));
      alone(Call.of(Op.INTERRUPT_BIND, interrupts[i], port, i, 0));
    }
  }

  private long handle(Call call) {
    return Integer.toUnsignedLong(((Reply.Handle) alone(call).output()).raw());
  }

  /** A call of main, to its end. */
  private Reply alone(Call call) {
    begin(main, call);
    takeEffect(main);
    Reply reply = main.reply;
    comeBack(main);
    return reply;
  }

  /**
   * Whose turn it is: anyone's who can go on; where all are blocked, main releases one. At the end
   * whoever is idle stays so; null when all are.
   */
  private Caller next() {
    boolean isOver = made >= load.events();
    while (true) {
      int first = random.nextInt(callers.size());
      for (int i = 0; i < callers.size(); i++) {
        Caller caller = callers.get((first + i) % callers.size());
        if (!caller.isBlocked && !(isOver && caller.call == null)) {
          return caller;
        }
      }
      if (blocked.isEmpty()) {
        return null;
      }
      alone(queue());
    }
  }

  private void goOn(Caller caller) {
    if (caller.call == null) {
      begin(caller, draw());
    } else if (caller.reply == null) {
      takeEffect(caller);
    } else {
      comeBack(caller);
    }
  }

  private Call draw() {
    int most = load.overlap() == Overlap.NAT ? load.threads() - 1 : load.threads() / 2;
    long interrupt = interrupts[random.nextInt(interrupts.length)];
    int ticket = random.nextInt(CALLS);
    if (unread > BACKLOG || (ticket < READS && (reading < most || unread > 0))) {
      reading++;
      return Call.of(Op.PORT_WAIT, port, Deadline.INFINITE.raw());
    }
    if (ticket < READS + TRIGGERS) {
      return Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, ++value);
    }
    return ticket < READS + TRIGGERS + ACKS ? Call.of(Op.INTERRUPT_ACK, interrupt) : queue();
  }

  private Call queue() {
    value++;
    return Call.of(Op.PORT_QUEUE, port, value, -value);
  }

  private void begin(Caller caller, Call call) {
    caller.call = call;
    tell(new Event.Called(caller.name, call));
  }

  /** A reader that finds nothing is blocked; any other call may give those that are something. */
  private void takeEffect(Caller caller) {
    if (caller.call.op() == Op.PORT_WAIT) {
      blocked.add(caller);
    } else {
      caller.reply = Dispatch.make(caller.call, kernel);
      unread += caller.call.op() == Op.PORT_QUEUE ? 1 : 0;
    }
    caller.isBlocked = caller.reply == null;
    while (!blocked.isEmpty() && read(blocked.peek())) {
      blocked.remove();
    }
  }

  /** Looks, with a deadline that has passed, whether there is something to read. */
  private boolean read(Caller reader) {
    Reply reply = Dispatch.make(Call.of(Op.PORT_WAIT, port, Deadline.PAST.raw()), kernel);
    if (reply.output() instanceof PortPacket packet) {
      unread -= packet.isInterrupt() ? 0 : 1;
      reader.reply = reply;
      reader.isBlocked = false;
    }
    return !reader.isBlocked;
  }

  private void comeBack(Caller caller) {
    reading -= caller.call.op() == Op.PORT_WAIT ? 1 : 0;
    tell(new Event.Returned(caller.name, caller.reply));
    caller.call = null;
    caller.reply = null;
  }

  private void tell(Event event) {
    events.accept(event);
    made++;
  }
}
