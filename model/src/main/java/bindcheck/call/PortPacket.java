package bindcheck.call;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * A {@code zx_port_packet_t}: as {@code port_wait} gives it, or as it was handed to {@code
 * port_queue}, where a kernel goes by none of it.
 *
 * @param type 0 in a packet of {@code port_queue} that was read, 7 in one of an interrupt; what a
 *     caller puts there is of no meaning
 * @param status whatever the caller of {@code port_queue} put there; OK in an interrupt's
 * @param payload in an interrupt's packet the first word is the timestamp, and the others are taken
 *     to be 0, whatever they are
 */
public record PortPacket(int type, long key, int status, Payload payload) implements Reply.Output {
  /** The type of a packet of {@code port_queue}. */
  public static final int USER = 0;

  /** The type of a packet of a bound interrupt. */
  public static final int INTERRUPT = 7;

  private static final String INTERRUPT_NAME = "INTERRUPT";
  private static final String USER_NAME = "USER";

  /** Keeps all. */
  public PortPacket {
    Objects.requireNonNull(payload);
  }

  /** A packet of one word: a timestamp, if it is an interrupt's. */
  public PortPacket(int type, long key, int status, long first) {
    this(type, key, status, Payload.of(first));
  }

  /** What a script has as {@code port_queue(porth, key, payload)}, and how it is read. */
  public static PortPacket ofUser(long key, long payload) {
    return new PortPacket(USER, key, Status.OK.code(), payload);
  }

  /** An interrupt's. */
  public static PortPacket ofInterrupt(long key, long timestamp) {
    return new PortPacket(INTERRUPT, key, Status.OK.code(), timestamp);
  }

  /** The name of a packet's type, if it has one. */
  public static Optional<String> typeName(int type) {
    return switch (type) {
      case INTERRUPT -> Optional.of(INTERRUPT_NAME);
      case USER -> Optional.of(USER_NAME);
      default -> Optional.empty();
    };
  }

  /** The packet's type of that name; empty if there is none. */
  public static OptionalLong type(String name) {
    return switch (name) {
      case INTERRUPT_NAME -> OptionalLong.of(INTERRUPT);
      case USER_NAME -> OptionalLong.of(USER);
      default -> OptionalLong.empty();
    };
  }

  /** Whether it is an interrupt's. */
  public boolean isInterrupt() {
    return type == INTERRUPT;
  }

  /** The timestamp of an interrupt's packet, else the first word of the payload. */
  public long value() {
    return payload.first();
  }

  /** Whether, but for its type, the key and the first word say it all. */
  public boolean isPlain() {
    return status == Status.OK.code() && payload.isOneWord();
  }

  /**
   * The same with one number for all that a kernel passes on as it is, in the place of the first
   * word: what the specification, which knows one payload, is told of a packet. Different packets
   * could have the same number, once in 2^64; TLC takes the same chance with states.
   */
  public PortPacket folded() {
    if (isPlain()) {
      return this;
    }
    long number = mixed(status);
    for (int i = 0; i < Payload.WORDS; i++) {
      number = mixed(number ^ payload.word(i));
    }
    return new PortPacket(type, key, Status.OK.code(), number == 0 ? 1 : number);
  }

  /** The same with another key. */
  PortPacket withKey(long other) {
    return new PortPacket(type, other, status, payload);
  }

  /** Spreads the bits (the finalizer of MurmurHash3, variant 13 of Stafford). */
  private static long mixed(long bits) {
    long x = bits + 0x9e37_79b9_7f4a_7c15L;
    x = (x ^ (x >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return x ^ (x >>> 31);
  }

  /** The same with other values in the places of its key and of what one word says. */
  PortPacket mapValues(LongUnaryOperator mapping) {
    Payload mapped = isPlain() ? Payload.of(mapping.applyAsLong(value())) : payload;
    return new PortPacket(type, mapping.applyAsLong(key), status, mapped);
  }

  /** What its type is called. */
  String typeText() {
    return typeName(type).orElseGet(() -> "type=" + Integer.toUnsignedString(type));
  }

  /** What is wrong with it, where that other is wanted. */
  Set<Field> wrong(PortPacket wanted) {
    if (type != wanted.type) {
      return EnumSet.of(Field.TYPE);
    }
    Set<Field> wrong = EnumSet.noneOf(Field.class);
    Field value = isInterrupt() ? Field.TIMESTAMP : Field.PAYLOAD;
    Reply.addIf(key != wanted.key, Field.KEY, wrong);
    Reply.addIf(status != wanted.status, Field.PACKET_STATUS, wrong);
    Reply.addIf(!payload.equals(wanted.payload), value, wrong);
    return wrong;
  }

  @Override
  public String toString() {
    String unusual = status == Status.OK.code() ? "" : ", status=" + Status.text(status);
    String word = isInterrupt() ? "timestamp=" + value() : "payload=" + payload;
    return "packet(%s, key=%s%s, %s)"
        .formatted(typeText(), Long.toUnsignedString(key), unusual, word);
  }
}
