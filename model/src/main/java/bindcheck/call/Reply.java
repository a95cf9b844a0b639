package bindcheck.call;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * What a call that returned gave: its status and, where it wrote any, its output.
 *
 * @param status as returned; {@link Status} names it
 */
public record Reply(int status, Output output) {
  /** The packet type of {@code port_queue}. */
  public static final int TYPE_USER = 0;

  /** The packet type of a bound interrupt. */
  public static final int TYPE_INTERRUPT = 7;

  private static final String INTERRUPT = "INTERRUPT";
  private static final String USER = "USER";

  /** Keeps both. */
  public Reply {
    Objects.requireNonNull(output);
  }

  /** What a call wrote through its out-pointer. */
  public sealed interface Output {}

  /** Nothing was written. */
  public enum None implements Output {
    /** The only one. */
    NONE
  }

  /** A new handle, with the value that the target chose. */
  public record Handle(int raw) implements Output {
    @Override
    public String toString() {
      return "handle(0x" + Integer.toHexString(raw) + ")";
    }
  }

  /** The timestamp that {@code interrupt_wait} gives. */
  public record Timestamp(long value) implements Output {
    @Override
    public String toString() {
      return "timestamp(" + value + ")";
    }
  }

  /**
   * A packet read from a port.
   *
   * @param value the timestamp of an interrupt's packet, else the first word of the payload
   */
  public record Packet(int type, long key, int status, long value) implements Output {
    private String name() {
      return typeName(type).orElseGet(() -> "type=" + Integer.toUnsignedString(type));
    }

    private Set<Field> wrong(Packet wanted) {
      if (type != wanted.type) {
        return EnumSet.of(Field.TYPE);
      }
      Set<Field> wrong = EnumSet.noneOf(Field.class);
      addIf(key != wanted.key, Field.KEY, wrong);
      addIf(status != wanted.status, Field.PACKET_STATUS, wrong);
      boolean isInterrupt = type == TYPE_INTERRUPT;
      addIf(value != wanted.value, isInterrupt ? Field.TIMESTAMP : Field.PAYLOAD, wrong);
      return wrong;
    }

    @Override
    public String toString() {
      String word =
          type == TYPE_INTERRUPT ? "timestamp=" + value : "payload=" + Long.toUnsignedString(value);
      String unusual = status == 0 ? "" : ", status=" + Status.text(status);
      return "packet("
          + name()
          + ", key="
          + Long.toUnsignedString(key)
          + unusual
          + ", "
          + word
          + ")";
    }
  }

  /** The name of a packet's type, if it has one. */
  public static Optional<String> typeName(int type) {
    return switch (type) {
      case TYPE_INTERRUPT -> Optional.of(INTERRUPT);
      case TYPE_USER -> Optional.of(USER);
      default -> Optional.empty();
    };
  }

  /** The packet's type of that name; empty if there is none. */
  public static OptionalLong type(String name) {
    return switch (name) {
      case INTERRUPT -> OptionalLong.of(TYPE_INTERRUPT);
      case USER -> OptionalLong.of(TYPE_USER);
      default -> OptionalLong.empty();
    };
  }

  /** A status alone. */
  public static Reply of(int status) {
    return new Reply(status, None.NONE);
  }

  /** A status alone. */
  public static Reply of(Status status) {
    return of(status.code());
  }

  /** Success with an output. */
  public static Reply ok(Output output) {
    return new Reply(Status.OK.code(), output);
  }

  /** Success with the packet of an interrupt. */
  public static Reply interruptPacket(long key, long timestamp) {
    return ok(new Packet(TYPE_INTERRUPT, key, Status.OK.code(), timestamp));
  }

  /** Success with a packet that was queued by a caller. */
  public static Reply userPacket(long key, long payload) {
    return ok(new Packet(TYPE_USER, key, Status.OK.code(), payload));
  }

  /**
   * The reply as the specification gives it: which handle was made is the implementation's
   * business. One that is not valid stays, for no call may make it (R-create, R-port-create,
   * R-event, R-duplicate, R-replace).
   */
  public Reply withoutHandle() {
    return output instanceof Handle made && made.raw() != 0 ? of(status) : this;
  }

  /** The reply without its values: the status, and what was written, as {@code OK INTERRUPT}. */
  public String kind() {
    String text = Status.text(status);
    if (output instanceof Packet packet) {
      return text + " " + packet.name();
    }
    return output instanceof Timestamp ? text + " timestamp" : text;
  }

  /** The same with other values in the places of its timestamp, key and payload. */
  public Reply mapValues(LongUnaryOperator mapping) {
    if (output instanceof Timestamp timestamp) {
      return new Reply(status, new Timestamp(mapping.applyAsLong(timestamp.value())));
    }
    if (output instanceof Packet packet) {
      long key = mapping.applyAsLong(packet.key());
      long value = mapping.applyAsLong(packet.value());
      return new Reply(status, new Packet(packet.type(), key, packet.status(), value));
    }
    return this;
  }

  /** What is wrong with it, where that other is wanted. */
  Set<Field> wrong(Reply wanted) {
    Set<Field> wrong = EnumSet.noneOf(Field.class);
    addIf(isOk() != wanted.isOk(), Field.SUCCEEDS, wrong);
    addIf(status != wanted.status, Field.STATUS, wrong);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    if (output instanceof Packet mine && wanted.output instanceof Packet other) {
      return mine.wrong(other);
    }
    boolean isTimestamp = output instanceof Timestamp;
    addIf(!output.equals(wanted.output), isTimestamp ? Field.TIMESTAMP : Field.HANDLE, wrong);
    return wrong;
  }

  private static void addIf(boolean isWrong, Field field, Set<Field> wrong) {
    if (isWrong) {
      wrong.add(field);
    }
  }

  /** Whether the call succeeded. */
  public boolean isOk() {
    return status == Status.OK.code();
  }

  /**
   * What is wrong with what the call wrote, in words: it writes through its pointer where it
   * succeeds and the pointer is not null.
   */
  public Optional<String> misfit(Call call) {
    Op op = call.op();
    Class<? extends Output> expected = isOk() && !call.nullPointer() ? op.output() : None.class;
    if (expected.isInstance(output)) {
      return Optional.empty();
    }
    String name = expected.getSimpleName().toLowerCase(Locale.ROOT);
    String what = expected == None.class ? "nothing" : "a " + name;
    return Optional.of(
        "expected " + what + " beside the status of " + op.scriptName() + ", found " + this);
  }

  @Override
  public String toString() {
    return Status.text(status) + (output == None.NONE ? "" : " " + output);
  }
}
