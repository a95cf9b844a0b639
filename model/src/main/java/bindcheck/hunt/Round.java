package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load of one round: a set-up, and then what each thread calls, drawn as it goes.
 *
 * <p>The handles, as the target gave them, are shared by the threads. The first handle of a port
 * stays open, so that its readers can be released; whatever else is spare may be closed by any
 * thread. All that is drawn follows from the seed.
 */
final class Round {
  /** Makes a call to its end. */
  interface Caller {
    Reply call(Call call);
  }

  static final String MAIN = "main";

  /** The calls that the set-up makes. */
  static final Set<Op> SET_UP =
      Collections.unmodifiableSet(
          EnumSet.of(Op.PORT_CREATE, Op.INTERRUPT_CREATE, Op.INTERRUPT_BIND));

  private static final int SPARES = 3;

  /** Of how many calls on shared objects one is on the first of them, so that many overlap. */
  private static final int ELSEWHERE_IN = 4;

  private static final int SPARE_IN = 8;
  private static final int UNBOUND_IN = 8;
  private static final int TOGETHER = 3;
  private static final long BINDABLE = 1;
  private static final long VIRTUAL = 0x10;
  private static final long SAME_RIGHTS = 1L << 31;
  private static final int ZERO_IN = 200;

  private final Mix asked;
  private final Mix mix;
  private final Shape shape;
  private final long seed;
  private final int askedCallsEach;
  private final int callsEach;
  private final AtomicIntegerArray interrupts;
  private final AtomicIntegerArray ports;
  private final AtomicIntegerArray spares = new AtomicIntegerArray(SPARES);
  private final AtomicInteger nextSpare = new AtomicInteger();
  private final AtomicLong fresh = new AtomicLong();
  private final AtomicInteger turns = new AtomicInteger();

  Round(Mix mix, long seed, int callsEach) {
    Random random = new Random(~seed);
    this.asked = mix;
    this.shape = Shape.draw(random);
    this.mix = mix.ofRound(shape, random);
    this.seed = seed;
    this.askedCallsEach = callsEach;
    this.callsEach = shape.callsEach(callsEach, random);
    this.interrupts = new AtomicIntegerArray(shape.interrupts(random));
    this.ports = new AtomicIntegerArray(shape.ports(random));
  }

  long seed() {
    return seed;
  }

  /** The mix that it was drawn from. */
  Mix asked() {
    return asked;
  }

  /** How many calls a thread was to make, before the shape had its say. */
  int askedCallsEach() {
    return askedCallsEach;
  }

  int callsEach() {
    return callsEach;
  }

  /** Whether it has calls whose deadlines are to pass while it is played. */
  boolean hasDeadlines() {
    return mix.has(Mix.Kind.TIMED);
  }

  /** What that thread draws from. */
  Random random(int thread) {
    return new Random(seed * 1_000_003 + thread);
  }

  /** Makes the objects, with calls of one thread. */
  void setUp(Caller caller) {
    Random random = random(-1);
    for (int p = 0; p < ports.length(); p++) {
      ports.set(p, handle(caller.call(Call.of(Op.PORT_CREATE, BINDABLE))));
    }
    for (int i = 0; i < interrupts.length(); i++) {
      interrupts.set(i, handle(caller.call(Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL))));
      if (isTriggeredFirst(random)) {
        caller.call(Call.of(Op.INTERRUPT_TRIGGER, raw(interrupts, i), 0, value(random)));
      }
      if (isBoundFirst(random)) {
        long key = random.nextLong();
        long port = any(ports, random);
        caller.call(Call.of(Op.INTERRUPT_BIND, raw(interrupts, i), port, key, 0));
      }
    }
    if (shape == Shape.RIVALS && asked.has(Mix.Kind.DUPLICATE)) {
      spare(caller);
    }
  }

  /** A handle that all the threads may close and replace: else there is none at first. */
  private void spare(Caller caller) {
    Call call = Call.of(Op.HANDLE_DUPLICATE, raw(interrupts, 0), SAME_RIGHTS);
    int spare = handle(caller.call(call));
    for (int s = 0; s < SPARES; s++) {
      spares.set(s, spare);
    }
  }

  private boolean isBoundFirst(Random random) {
    return switch (shape) {
      case WAITERS -> random.nextInt(UNBOUND_IN) == 0;
      case RIVALS -> random.nextBoolean();
      default -> random.nextInt(UNBOUND_IN) > 0;
    };
  }

  private boolean isTriggeredFirst(Random random) {
    int in = shape == Shape.CLOSES ? 2 : UNBOUND_IN;
    return asked.has(Mix.Kind.TRIGGER) && random.nextInt(in) == 0;
  }

  private static int handle(Reply reply) {
    return reply.output() instanceof Reply.Handle handle ? handle.raw() : 0;
  }

  /** The next call of a thread. */
  Call next(Random random) {
    Mix.Kind kind = mix.draw(random);
    return kind == Mix.Kind.MISUSE
        ? Misuse.of(call(mix.drawMisused(random), random), any(spares, random), random)
        : call(kind, random);
  }

  private Call call(Mix.Kind kind, Random random) {
    long interrupt = shape == Shape.CLOSES ? inTurn() : some(interrupts, random);
    long port = some(ports, random);
    return switch (kind) {
      case TRIGGER -> Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, value(random));
      case ACK -> Call.of(Op.INTERRUPT_ACK, interrupt);
      case POLL -> Call.of(Op.PORT_WAIT, port, Deadline.PAST.raw());
      case READ -> Call.of(Op.PORT_WAIT, port, Deadline.INFINITE.raw());
      case TIMED -> Call.of(Op.PORT_WAIT, port, Deadline.FINITE.raw());
      case QUEUE -> Call.of(Op.PORT_QUEUE, port, value(random), value(random));
      case BIND -> Call.of(Op.INTERRUPT_BIND, interrupt, port, value(random), 0);
      case WAIT -> Call.of(Op.INTERRUPT_WAIT, interrupt);
      case CREATE -> Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL);
      case DESTROY -> Call.of(Op.INTERRUPT_DESTROY, interrupt);
      case DUPLICATE ->
          Call.of(Op.HANDLE_DUPLICATE, random.nextBoolean() ? interrupt : port, SAME_RIGHTS);
      case REPLACE -> Call.of(Op.HANDLE_REPLACE, any(spares, random), SAME_RIGHTS);
      case CLOSE -> Call.of(Op.HANDLE_CLOSE, closed(interrupt, random));
      case MISUSE -> throw new IllegalArgumentException("no call of its own");
    };
  }

  private long closed(long interrupt, Random random) {
    boolean isInterrupt = shape == Shape.CLOSES && random.nextInt(SPARE_IN) > 0;
    return isInterrupt ? interrupt : any(spares, random);
  }

  /** An interrupt has one last handle only: a few calls at a time meet at each of many. */
  private long inTurn() {
    return raw(interrupts, turns.getAndIncrement() / TOGETHER % interrupts.length());
  }

  /** The handle that many calls are to meet at, mostly; at times one that may be closed. */
  private long some(AtomicIntegerArray handles, Random random) {
    if (random.nextInt(SPARE_IN) == 0 && spares.get(0) != 0) {
      return any(spares, random);
    }
    return random.nextInt(ELSEWHERE_IN) == 0 ? any(handles, random) : raw(handles, 0);
  }

  /** Takes in what a call returned. */
  void returned(Call call, Reply reply, Random random) {
    if (reply.output() instanceof Reply.Handle handle) {
      int spare = handle.raw();
      if (call.op() == Op.INTERRUPT_CREATE) {
        spare = interrupts.getAndSet(random.nextInt(interrupts.length()), spare);
      }
      spares.set(Math.floorMod(nextSpare.getAndIncrement(), SPARES), spare);
    }
  }

  /**
   * Calls that show, once all threads have returned or are blocked, what the others have left
   * behind: unread packets, and whether a waiting thread counts. None at times, so that what
   * releases a blocked thread comes first.
   */
  List<Call> looks() {
    Random random = random(-2);
    List<Call> looks = new ArrayList<>();
    for (int p = 0; p < ports.length() && asked.has(Mix.Kind.POLL) && random.nextBoolean(); p++) {
      Call poll = Call.of(Op.PORT_WAIT, raw(ports, p), Deadline.PAST.raw());
      looks.addAll(Collections.nCopies(interrupts.length() + 1, poll));
    }
    for (int i = 0; i < interrupts.length() && asked.has(Mix.Kind.BIND); i++) {
      if (random.nextBoolean()) {
        long interrupt = raw(interrupts, i);
        looks.add(Call.of(Op.INTERRUPT_BIND, interrupt, any(ports, random), value(random), 0));
      }
    }
    return looks;
  }

  /** Calls that release whoever is blocked in that call, if anything does. */
  List<Call> release(Call blocked) {
    boolean reads = blocked.op() == Op.PORT_WAIT;
    List<Call> calls = new ArrayList<>();
    calls.add(Call.releasing(blocked.op(), blocked.argument(0)));
    AtomicIntegerArray made = reads ? ports : interrupts;
    for (int i = 0; i < made.length(); i++) {
      calls.add(Call.releasing(blocked.op(), raw(made, i)));
    }
    if (!reads && asked.has(Mix.Kind.CLOSE)) {
      // It may wait through a handle without the right to destroy, the last one that there is.
      calls.add(Call.of(Op.HANDLE_CLOSE, blocked.argument(0)));
    }
    return calls;
  }

  /** A number that no call has used; rarely 0. */
  private long value(Random random) {
    return random.nextInt(ZERO_IN) == 0 ? 0 : fresh.incrementAndGet() | (random.nextLong() << 40);
  }

  private static long any(AtomicIntegerArray handles, Random random) {
    return raw(handles, random.nextInt(handles.length()));
  }

  private static long raw(AtomicIntegerArray handles, int place) {
    return Integer.toUnsignedLong(handles.get(place));
  }
}
