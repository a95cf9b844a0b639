package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The load of one round: a set-up, and then what each thread calls, drawn as it goes.
 *
 * <p>The handles, as the target gave them, are shared by the threads. A port stays open, so that
 * its readers can be released; whatever else is spare may be closed by any thread.
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

  private static final int TWO_IN = 4;
  private static final int SPARES = 2;
  private static final int BOUND_IN = 8;
  private static final long BINDABLE = 1;
  private static final long VIRTUAL = 0x10;
  private static final long SAME_RIGHTS = 1L << 31;
  private static final int ZERO_IN = 200;

  private final Mix mix;
  private final long seed;
  private final int callsEach;
  private final AtomicIntegerArray interrupts;
  private final AtomicIntegerArray ports = new AtomicIntegerArray(1);
  private final AtomicIntegerArray spares = new AtomicIntegerArray(SPARES);
  private final AtomicInteger nextSpare = new AtomicInteger();
  private final AtomicLong fresh = new AtomicLong();

  Round(Mix mix, long seed, int callsEach) {
    this.mix = mix.ofRound(new Random(~seed));
    this.seed = seed;
    this.callsEach = callsEach;
    this.interrupts = new AtomicIntegerArray(new Random(seed).nextInt(TWO_IN) == 0 ? 2 : 1);
  }

  int callsEach() {
    return callsEach;
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
      if (random.nextInt(BOUND_IN) > 0) {
        long key = random.nextLong();
        caller.call(Call.of(Op.INTERRUPT_BIND, raw(interrupts, i), raw(ports, 0), key, 0));
      }
    }
  }

  private static int handle(Reply reply) {
    return reply.output() instanceof Reply.Handle handle ? handle.raw() : 0;
  }

  /** The next call of a thread. */
  Call next(Random random) {
    Mix.Kind kind = mix.draw(random);
    long interrupt = any(interrupts, random);
    long port = any(ports, random);
    return switch (kind) {
      case TRIGGER -> Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, value(random));
      case ACK -> Call.of(Op.INTERRUPT_ACK, interrupt);
      case POLL -> Call.of(Op.PORT_WAIT, port, Deadline.PAST.raw());
      case READ -> Call.of(Op.PORT_WAIT, port, Deadline.INFINITE.raw());
      case QUEUE -> Call.of(Op.PORT_QUEUE, port, value(random), value(random));
      case BIND -> Call.of(Op.INTERRUPT_BIND, interrupt, port, value(random), 0);
      case WAIT -> Call.of(Op.INTERRUPT_WAIT, interrupt);
      case CREATE -> Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL);
      case DESTROY -> Call.of(Op.INTERRUPT_DESTROY, interrupt);
      case DUPLICATE ->
          Call.of(Op.HANDLE_DUPLICATE, random.nextBoolean() ? interrupt : port, SAME_RIGHTS);
      case REPLACE -> Call.of(Op.HANDLE_REPLACE, any(spares, random), SAME_RIGHTS);
      case CLOSE -> Call.of(Op.HANDLE_CLOSE, any(spares, random));
    };
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

  /** Calls that release whoever is blocked in that call, if anything does. */
  List<Call> release(Call blocked) {
    AtomicIntegerArray made = blocked.op() == Op.PORT_WAIT ? ports : interrupts;
    LongStream all = IntStream.range(0, made.length()).mapToLong(place -> raw(made, place));
    return LongStream.concat(LongStream.of(blocked.argument(0)), all)
        .mapToObj(handle -> Call.releasing(blocked.op(), handle))
        .toList();
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
