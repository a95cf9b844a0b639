package bindcheck.target.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways in which a line of JSON goes wrong. */
final class Damage {
  private static final int MOST_BYTES = 8;
  private static final int DEEP = 5_000;
  private static final int HUGE = 70_000;

  /** A value that has no other in it, its name included where it has one. */
  private static final Pattern VALUE = Pattern.compile("(\"\\w*\":)?(-?\\d+|\"[^\"]*\"|\\[]|\\{})");

  private static final String[] NUMBERS = {
    "18446744073709551616",
    "\"18446744073709551616\"",
    "99999999999999999999999",
    "-1",
    "1.5",
    "4294967296",
    "-2147483649",
    "1e400",
    "1E999999999",
    "NaN",
    "007",
    "\"1e3\"",
    "\"+1\"",
    "\" 1\""
  };
  private static final String[] OTHERS = {
    "null", "true", "\"\"", "\"text\"", "5", "[]", "{}", "[1,[2]]", "{\"a\":{}}", "\"\\u0000\\n\""
  };

  private Damage() {}

  /** The line, which ends with its line feed, damaged in one way. */
  static byte[] to(String line, Random random) {
    byte[] bytes = line.getBytes(UTF_8);
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(MOST_BYTES));
    byte[] some = new byte[1 + random.nextInt(MOST_BYTES)];
    random.nextBytes(some);
    return switch (random.nextInt(16)) {
      case 0 -> replaced(bytes, at, end, new byte[0]);
      case 1 -> replaced(bytes, at, at, some);
      case 2 -> replaced(bytes, at, end, some);
      case 3 -> replaced(bytes, at, at, line.substring(at, end).getBytes(UTF_8));
      case 4 -> replaced(bytes, at, bytes.length, new byte[0]);
      case 5 -> replaced(bytes, at, at, "\u00ff\u00c0\u0080".getBytes(ISO_8859_1));
      case 6, 7 -> value(line, random, one(NUMBERS, random));
      case 8, 9 -> value(line, random, one(OTHERS, random));
      case 10 -> value(line, random, "[".repeat(DEEP) + "]".repeat(DEEP));
      case 11 -> value(line, random, "\"" + "x".repeat(random.nextInt(HUGE)) + "\"");
      case 12 -> value(line, random, "1".repeat(1 + random.nextInt(HUGE)));
      case 13 -> member(line, random);
      case 14 -> (line.strip() + one(OTHERS, random) + "\n").getBytes(UTF_8);
      default -> line.replaceFirst("\"id\":\\d+", "\"id\":" + random.nextInt()).getBytes(UTF_8);
    };
  }

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }

  private static MatchResult any(String line, Random random) {
    MatchResult[] values = VALUE.matcher(line).results().toArray(MatchResult[]::new);
    return values[random.nextInt(values.length)];
  }

  /** With another value for one of its own. */
  private static byte[] value(String line, Random random, String other) {
    MatchResult value = any(line, random);
    return (line.substring(0, value.start(2)) + other + line.substring(value.end(2)))
        .getBytes(UTF_8);
  }

  /** With a member left out, named otherwise, or there twice. */
  private static byte[] member(String line, Random random) {
    MatchResult value = any(line, random);
    String member = value.group();
    String[] others = {
      "", member + "," + member, member.replaceFirst("\"", "\"a"), "\"b\":1," + member
    };
    return (line.substring(0, value.start()) + one(others, random) + line.substring(value.end()))
        .getBytes(UTF_8);
  }
}
