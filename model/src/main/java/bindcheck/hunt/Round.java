package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The load of one round: a set-up, and then what each thread calls, drawn as it goes. */
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

  private static final long BINDABLE = 1;
  private static final long VIRTUAL = 0x10;
  private static final int TWO_IN = 4;
  private static final int BOUND_IN = 8;

  private final Mix mix;
  private final long seed;
  private final int callsEach;
  private final Pool pool;

  Round(Mix mix, long seed, int callsEach) {
    this.mix = mix.ofRound(new Random(~seed));
    this.seed = seed;
    this.callsEach = callsEach;
    this.pool = new Pool(new Random(seed).nextInt(TWO_IN) == 0 ? 2 : 1, 1);
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
    for (int p = 0; p < pool.ports(); p++) {
      pool.port(p, handle(caller.call(Call.of(Op.PORT_CREATE, BINDABLE))));
    }
    for (int i = 0; i < pool.interrupts(); i++) {
      pool.interrupt(i, handle(caller.call(Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL))));
      if (random.nextInt(BOUND_IN) > 0) {
        caller.call(
            Call.of(
                Op.INTERRUPT_BIND,
                raw(pool.interrupt(i)),
                raw(pool.port(0)),
                random.nextLong(),
                0));
      }
    }
  }

  private static int handle(Reply reply) {
    return reply.output() instanceof Reply.Handle handle ? handle.raw() : 0;
  }

  private static long raw(int handle) {
    return Integer.toUnsignedLong(handle);
  }

  /** The next call of a thread. */
  Call next(Random random) {
    return pool.call(mix.draw(random), random);
  }

  /** Takes in what a call returned. */
  void returned(Call call, Reply reply, Random random) {
    if (reply.output() instanceof Reply.Handle handle) {
      pool.made(call, handle.raw(), random);
    }
  }

  /** Calls that release whoever is blocked in that call, if anything does. */
  List<Call> release(Call blocked) {
    long handle = blocked.argument(0);
    List<Call> calls = new ArrayList<>();
    if (blocked.op() == Op.PORT_WAIT) {
      calls.add(Call.of(Op.PORT_QUEUE, handle, 1, 1));
      for (int p = 0; p < pool.ports(); p++) {
        calls.add(Call.of(Op.PORT_QUEUE, raw(pool.port(p)), 1, 1));
      }
    } else {
      calls.add(Call.of(Op.INTERRUPT_DESTROY, handle));
      for (int i = 0; i < pool.interrupts(); i++) {
        calls.add(Call.of(Op.INTERRUPT_DESTROY, raw(pool.interrupt(i))));
      }
    }
    return calls;
  }
}
