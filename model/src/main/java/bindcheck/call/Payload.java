package bindcheck.call;

import java.util.function.IntToLongFunction;

/**
 * The four words of a user packet, each a u64. A kernel passes them on and looks at none of them.
 *
 * <p>Where a script, a trace or a history has one number, that is the first word, and the others
 * are 0.
 */
public record Payload(long first, long second, long third, long fourth) {
  /** How many words there are. */
  public static final int WORDS = 4;

  /** The payload that a script writes as one number. */
  public static Payload of(long first) {
    return new Payload(first, 0, 0, 0);
  }

  /** The payload of those four words, each by its place. */
  public static Payload of(IntToLongFunction words) {
    return new Payload(
        words.applyAsLong(0), words.applyAsLong(1), words.applyAsLong(2), words.applyAsLong(3));
  }

  /** Whether its first word says it all. */
  public boolean isOneWord() {
    return equals(of(first));
  }

  /** The word at that place, from 0. */
  public long word(int place) {
    return switch (place) {
      case 0 -> first;
      case 1 -> second;
      case 2 -> third;
      case 3 -> fourth;
      default -> throw new IndexOutOfBoundsException(place);
    };
  }

  /** As a script has it: {@code 5}, or {@code [5, 0, 0, 0]}. */
  @Override
  public String toString() {
    return isOneWord()
        ? Long.toUnsignedString(first)
        : "[%s, %s, %s, %s]"
            .formatted(
                Long.toUnsignedString(first),
                Long.toUnsignedString(second),
                Long.toUnsignedString(third),
                Long.toUnsignedString(fourth));
  }
}
