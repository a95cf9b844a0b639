package bindcheck.call;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What a call that returned gave: its status and, where it wrote any, its output.
 *
 * @param status as returned; {@link Status} names it
 */
public record Reply(int status, Output output) {
  /** Keeps both. */
  public Reply {
    Objects.requireNonNull(output);
  }

  /** Asked far more often than records are made for. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Reply reply && status == reply.status && output.equals(reply.output);
  }

  @Override
  public int hashCode() {
    return 31 * status + output.hashCode();
  }

  /** What a call wrote through its out-pointer. */
  public sealed interface Output permits None, Handle, Timestamp, PortPacket {}

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
    return ok(PortPacket.ofInterrupt(key, timestamp));
  }

  /** Success with a packet that was queued by a caller. */
  public static Reply userPacket(long key, long payload) {
    return ok(PortPacket.ofUser(key, payload));
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
    if (output instanceof PortPacket packet) {
      return text + " " + packet.typeText();
    }
    return output instanceof Timestamp ? text + " timestamp" : text;
  }

  /** The same with other values in the places of its timestamp, key and payload. */
  public Reply mapValues(LongUnaryOperator mapping) {
    if (output instanceof Timestamp timestamp) {
      return new Reply(status, new Timestamp(mapping.applyAsLong(timestamp.value())));
    }
    return mapPacket(packet -> packet.mapValues(mapping));
  }

  /** The same with another packet, if it has one. */
  public Reply mapPacket(UnaryOperator<PortPacket> mapping) {
    return output instanceof PortPacket packet ? new Reply(status, mapping.apply(packet)) : this;
  }

  /** What is wrong with it, where that other is wanted. */
  Set<Field> wrong(Reply wanted) {
    Set<Field> wrong = EnumSet.noneOf(Field.class);
    addIf(isOk() != wanted.isOk(), Field.SUCCEEDS, wrong);
    addIf(status != wanted.status, Field.STATUS, wrong);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    if (output instanceof PortPacket mine && wanted.output instanceof PortPacket other) {
      return mine.wrong(other);
    }
    boolean isTimestamp = output instanceof Timestamp;
    addIf(!output.equals(wanted.output), isTimestamp ? Field.TIMESTAMP : Field.HANDLE, wrong);
    return wrong;
  }

  static void addIf(boolean isWrong, Field field, Set<Field> wrong) {
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
    String type = expected.getSimpleName().toLowerCase(Locale.ROOT);
    String name = expected == PortPacket.class ? "packet" : type;
    String what = expected == None.class ? "nothing" : "a " + name;
    return Optional.of(
        "expected " + what + " beside the status of " + op.scriptName() + ", found " + this);
  }

  @Override
  public String toString() {
    return Status.text(status) + (output == None.NONE ? "" : " " + output);
  }
}
