package bindcheck.script;

import bindcheck.call.Kind;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as they are written, decimal or hex. */
final class Numbers {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]+");

  /** A longer number is not even read: that takes its time. */
  private static final int MOST_DIGITS = 40;

  private Numbers() {}

  /** The raw bits of the number that the word is; empty if it is none that the kind holds. */
  static OptionalLong any(Kind kind, String word) {
    return word.length() <= MOST_DIGITS && DECIMAL.matcher(word).matches()
        ? fit(kind, new BigInteger(word))
        : hex(kind, word);
  }

  /** The same of hex numbers alone. */
  static OptionalLong hex(Kind kind, String word) {
    return word.length() <= MOST_DIGITS && HEX.matcher(word).matches()
        ? fit(kind, new BigInteger(word.substring(2), 16))
        : OptionalLong.empty();
  }

  private static OptionalLong fit(Kind kind, BigInteger number) {
    return kind.holds(number) ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
  }
}
