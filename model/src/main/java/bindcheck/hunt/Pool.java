package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Op;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The handles of a round, as the target gave them, shared by its threads. A port stays open, so
 * that its readers can be released; whatever else is spare may be closed by any thread.
 */
final class Pool {
  private static final int SPARES = 2;
  private static final long VIRTUAL = 0x10;
  private static final long SAME_RIGHTS = 1L << 31;
  private static final int ZERO_IN = 200;

  private final AtomicIntegerArray interrupts;
  private final AtomicIntegerArray ports;
  private final AtomicIntegerArray spares = new AtomicIntegerArray(SPARES);
  private final AtomicInteger nextSpare = new AtomicInteger();
  private final AtomicLong fresh = new AtomicLong();

  Pool(int interrupts, int ports) {
    this.interrupts = new AtomicIntegerArray(interrupts);
    this.ports = new AtomicIntegerArray(ports);
  }

  void interrupt(int place, int handle) {
    interrupts.set(place, handle);
  }

  void port(int place, int handle) {
    ports.set(place, handle);
  }

  int ports() {
    return ports.length();
  }

  int port(int place) {
    return ports.get(place);
  }

  int interrupts() {
    return interrupts.length();
  }

  int interrupt(int place) {
    return interrupts.get(place);
  }

  /** A number that no call has used; rarely 0. */
  private long value(Random random) {
    return random.nextInt(ZERO_IN) == 0 ? 0 : fresh.incrementAndGet() | (random.nextLong() << 40);
  }

  private long any(AtomicIntegerArray handles, Random random) {
    return Integer.toUnsignedLong(handles.get(random.nextInt(handles.length())));
  }

  /** A call of that kind. */
  Call call(Mix.Kind kind, Random random) {
    long interrupt = any(interrupts, random);
    long port = any(ports, random);
    return switch (kind) {
      case TRIGGER -> Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, value(random));
      case ACK -> Call.of(Op.INTERRUPT_ACK, interrupt);
      case POLL -> Call.of(Op.PORT_WAIT, port, Constants.PAST);
      case READ -> Call.of(Op.PORT_WAIT, port, Constants.INFINITE);
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

  /** Takes in a handle that a call gave. */
  void made(Call call, int handle, Random random) {
    int spare = handle;
    if (call.op() == Op.INTERRUPT_CREATE) {
      spare = interrupts.getAndSet(random.nextInt(interrupts.length()), handle);
    }
    spares.set(Math.floorMod(nextSpare.getAndIncrement(), SPARES), spare);
  }
}
