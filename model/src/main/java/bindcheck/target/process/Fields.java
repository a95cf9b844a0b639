package bindcheck.target.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Reads the members of a JSON object, each of which must be there, be of its kind, and be known.
 */
final class Fields {
  private static final Pattern UNSIGNED = Pattern.compile("0|[1-9][0-9]{0,19}");
  private static final Pattern SIGNED = Pattern.compile("0|-?[1-9][0-9]{0,18}");
  private static final int SHOWN = 80;

  private final String what;
  private final JsonNode node;
  private int read;

  /**
   * The members of that node.
   *
   * @param what names the object in messages
   */
  Fields(String what, JsonNode node) throws ProtocolException {
    this.what = what;
    this.node = node;
    if (node == null || !node.isObject()) {
      throw unexpected(what, "an object", node);
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  JsonNode any(String name) throws ProtocolException {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new ProtocolException("expected '" + name + "' in " + what + ", found " + shown(node));
    }
    read++;
    return value;
  }

  Fields object(String name) throws ProtocolException {
    return new Fields("'" + name + "' of " + what, any(name));
  }

  String text(String name) throws ProtocolException {
    JsonNode value = any(name);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw unexpected(name, "a string that is not empty", value);
    }
    return value.textValue();
  }

  /** An array of strings, all different. */
  Set<String> texts(String name) throws ProtocolException {
    JsonNode value = any(name);
    Set<String> texts = new TreeSet<>();
    boolean fits = value.isArray();
    for (JsonNode element : value) {
      fits = fits && element.isTextual() && texts.add(element.textValue());
    }
    if (!fits) {
      throw unexpected(name, "an array of different strings", value);
    }
    return texts;
  }

  boolean isTrue(String name) throws ProtocolException {
    if (!has(name)) {
      return false;
    }
    JsonNode value = any(name);
    if (!value.isBoolean() || !value.booleanValue()) {
      throw unexpected(name, "true, or no such member", value);
    }
    return true;
  }

  long integer(String name, long least, long most) throws ProtocolException {
    JsonNode value = any(name);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || value.longValue() < least || value.longValue() > most) {
      String range = least == most ? "" + least : "an integer from " + least + " to " + most;
      throw unexpected(name, range, value);
    }
    return value.longValue();
  }

  /** An unsigned number of 32 bits, as raw bits. */
  int u32(String name) throws ProtocolException {
    return (int) integer(name, 0, 0xFFFF_FFFFL);
  }

  int i32(String name) throws ProtocolException {
    return (int) integer(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** An unsigned number of 64 bits in decimal, as raw bits. */
  long u64(String name) throws ProtocolException {
    return decimal(name, UNSIGNED, "an unsigned 64-bit number", Long::parseUnsignedLong);
  }

  long i64(String name) throws ProtocolException {
    return decimal(name, SIGNED, "a signed 64-bit number", Long::parseLong);
  }

  private long decimal(String name, Pattern form, String kind, ToLongFunction<String> parse)
      throws ProtocolException {
    JsonNode value = any(name);
    if (value.isTextual() && form.matcher(value.textValue()).matches()) {
      try {
        return parse.applyAsLong(value.textValue());
      } catch (NumberFormatException outOfRange) {
        // Reported below.
      }
    }
    throw unexpected(name, kind + " as a decimal string", value);
  }

  /** To be called when all has been read. */
  void end() throws ProtocolException {
    if (node.size() > read) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      throw new ProtocolException("unknown members in " + what + ": " + shown(node));
    }
  }

  static ProtocolException unexpected(String name, String expected, JsonNode found) {
    return new ProtocolException(
        name + ": expected " + expected + ", found " + (found == null ? "nothing" : shown(found)));
  }

  private static String shown(JsonNode node) {
    return shorten(node.toString());
  }

  /** The beginning of a text that may be long, on one line. */
  static String shorten(String text) {
    return shorten(text, SHOWN);
  }

  /** The same, with so many characters. */
  static String shorten(String text, int shown) {
    String line =
        text.codePoints()
            .map(c -> Character.isISOControl(c) ? '?' : c)
            .limit(shown + 1L)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.codePointCount(0, line.length()) > shown
        ? line.substring(0, line.offsetByCodePoints(0, shown)) + "..."
        : line;
  }
}
