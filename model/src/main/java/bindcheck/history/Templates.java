package bindcheck.history;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import java.util.Arrays;

/**
 * Reads the lines that differ from earlier ones in their numbers only, as most do: what such lines
 * have in common has been read once by {@link EventReader}, with numbers in it that are found again
 * in the event. What a line means is his to say alone; where this cannot tell, he is asked.
 */
final class Templates {
  /** How many are kept at most; of a history in which more lines differ, the others are read. */
  private static final int MOST = 1 << 12;

  private static final int PLACES = 2 * MOST;
  private static final int LONGEST = 1 << 10;
  private static final int MOST_NUMBERS = 8;
  private static final int MOST_DIGITS = 20; // with which a number need not fit into 64 bits
  private static final long LARGEST_U32 = JsonFields.LARGEST_U32;

  /** Stands for a number, in the place of which no line can have it. */
  private static final byte NUMBER = 0;

  /** What stands in the places of numbers when a template is made. */
  private static final long FIRST_PROBE = 1_000_003;

  /** A line without its numbers, and what it means; null where it depends on them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(byte[] text, Template template) {}

  private final Known[] known = new Known[PLACES];
  private int count;
  private final byte[] text = new byte[LONGEST];
  private int length;
  private int hash;
  private final long[] numbers = new long[MOST_NUMBERS];
  private int found;

  /** The event; null where the strict reader has to say what it is, or is not. */
  Event event(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return null;
    }
    Template template = template(bytes, from, to, false);
    if (template == null) {
      template = template(bytes, from, to, true); // The type of a packet may be a number.
    }
    return template == null ? null : template.of(numbers);
  }

  private Template template(byte[] bytes, int from, int to, boolean onlyQuoted) {
    if (!takeApart(bytes, from, to, onlyQuoted)) {
      return null;
    }
    int place = hash & (PLACES - 1);
    while (known[place] != null && !isText(known[place])) {
      place = (place + 1) & (PLACES - 1);
    }
    if (known[place] == null && count < MOST) {
      count++;
      known[place] = new Known(Arrays.copyOf(text, length), template());
    }
    return known[place] == null ? null : known[place].template();
  }

  private boolean isText(Known other) {
    return Arrays.equals(text, 0, length, other.text(), 0, other.text().length);
  }

  /** Tells the numbers of a line from the rest of it; false where they are not plain. */
  private boolean takeApart(byte[] bytes, int from, int to, boolean onlyQuoted) {
    byte[] rest = text;
    int size = 0;
    int mixed = 0;
    byte before = 0;
    found = 0;
    for (int at = from; at < to; ) {
      byte next = bytes[at];
      int end = at;
      if (isDigit(next) && mayPrecede(before) && !(onlyQuoted && before != '"')) {
        end = endOfNumber(bytes, at, to, before);
      }
      if (end > at) {
        if (found == MOST_NUMBERS || !addNumber(bytes, at, end, before == '"')) {
          return false;
        }
        next = NUMBER;
        at = end;
      } else if (next == NUMBER) {
        return false;
      } else {
        at++;
      }
      rest[size++] = next;
      mixed = 31 * mixed + next;
      before = next;
    }
    length = size;
    hash = mixed ^ mixed >>> 16;
    return true;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean mayPrecede(byte c) {
    return c == '"' || c == ':' || c == ' ' || c == ',';
  }

  /** Where the number ends that begins there; there, if what is there is none. */
  private static int endOfNumber(byte[] bytes, int from, int to, byte before) {
    int end = from;
    while (end < to && isDigit(bytes[end])) {
      end++;
    }
    boolean isPadded = end - from > 1 && bytes[from] == '0';
    boolean isWhole =
        end < to
            && (before == '"'
                ? bytes[end] == '"'
                : bytes[end] == ',' || bytes[end] == '}' || bytes[end] == ' ');
    return isWhole && !isPadded ? end : from;
  }

  /** Adds a number; false where it does not fit into 64 bits, or without quotation marks 32. */
  private boolean addNumber(byte[] bytes, int from, int end, boolean isQuoted) {
    long number = 0;
    for (int at = from; at < end; at++) {
      number = 10 * number + (bytes[at] - '0');
    }
    numbers[found++] = number;
    return end - from < MOST_DIGITS && (isQuoted || (number >= 0 && number <= LARGEST_U32));
  }

  private Template template() {
    StringBuilder probe = new StringBuilder();
    long[] probes = new long[found];
    int next = 0;
    for (byte each : Arrays.copyOf(text, length)) {
      if (each == NUMBER) {
        probes[next] = FIRST_PROBE + next;
        probe.append(probes[next++]);
      } else if (each < 0) {
        return null;
      } else {
        probe.append((char) each);
      }
    }
    try {
      return Template.without(
          probes, EventReader.event(JsonFields.parse(probe.toString(), "the event")));
    } catch (Malformed isNone) {
      return null;
    }
  }
}
