package bindcheck.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON object that is read field by field, each of its type; what nobody asked for is an error at
 * the end. Every error says {@code expected WHERE.FIELD to be WHAT, found SHOWN}.
 */
public final class JsonFields {
  /** More digits than any number has that means something here. */
  public static final int MOST_DIGITS = 40;

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(MOST_DIGITS).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();
  private static final Pattern CANONICAL = Pattern.compile("0|-?[1-9][0-9]{0,19}");
  private static final Pattern PADDED = Pattern.compile("-?[0-9]{1,20}");

  /** The largest unsigned number of 32 bits. */
  public static final long LARGEST_U32 = 0xFFFF_FFFFL;

  private final JsonNode node;
  private final String where;
  private final Pattern digits;
  private final Set<String> asked = new HashSet<>();

  /**
   * Begins to read.
   *
   * @param where what an error message calls the object
   */
  public JsonFields(JsonNode node, String where) throws Malformed {
    this(node, where, CANONICAL);
  }

  private JsonFields(JsonNode node, String where, Pattern digits) throws Malformed {
    if (!node.isObject()) {
      throw new Malformed(where + " to be a JSON object", shown(node));
    }
    this.node = node;
    this.where = where;
    this.digits = digits;
  }

  /** Begins to read the one object that a text is; no name in it is there twice. */
  public static JsonFields parse(String text, String where) throws Malformed {
    if (text.isBlank()) {
      throw new Malformed("a JSON object", "an empty line");
    }
    try {
      return new JsonFields(JSON.readTree(text), where);
    } catch (JsonProcessingException why) {
      throw new Malformed("a JSON object", '"' + Excerpt.of(text) + "\" (" + reason(why) + ")");
    }
  }

  /** In words of our own: those of the library speak of its settings. */
  private static String reason(JsonProcessingException why) {
    if (why instanceof StreamConstraintsException) {
      return "a number of more than " + MOST_DIGITS + " digits, or too much of something else";
    }
    if (why instanceof MismatchedInputException) {
      return "more after its end";
    }
    boolean isTwice = why.getOriginalMessage().startsWith("Duplicate field");
    JsonLocation at = why.getLocation();
    return (isTwice ? "a name that is there twice" : "no JSON")
        + (at == null ? "" : ", at character " + (at.getCharOffset() + 1));
  }

  /** The same object, whose decimal strings may begin with zeros. */
  public JsonFields padded() throws Malformed {
    return new JsonFields(node, where, PADDED);
  }

  /** Whether the field is there; whoever asks then reads it. */
  public boolean has(String name) {
    return !field(name).isMissingNode();
  }

  /** Whether the field is null. */
  public boolean isNull(String name) {
    return node.path(name).isNull();
  }

  /** Whether the field is an array. */
  public boolean isArray(String name) {
    return field(name).isArray();
  }

  /** Whether the field is a string. */
  public boolean isText(String name) {
    return field(name).isTextual();
  }

  /** A value of any type. */
  public JsonNode any(String name) throws Malformed {
    if (!has(name)) {
      throw wrong(name, "there");
    }
    return node.get(name);
  }

  public String text(String name) throws Malformed {
    if (!field(name).isTextual()) {
      throw wrong(name, "a string");
    }
    return node.get(name).textValue();
  }

  /** The string that is the only one allowed. */
  public void constant(String name, String text) throws Malformed {
    if (!text.equals(field(name).textValue())) {
      throw wrong(name, '"' + text + '"');
    }
  }

  public boolean truth(String name) throws Malformed {
    if (!field(name).isBoolean()) {
      throw wrong(name, "true or false");
    }
    return node.get(name).booleanValue();
  }

  /** A whole number from the least to the most. */
  public long integer(String name, long least, long most) throws Malformed {
    OptionalLong number = number(field(name), least, most, text -> OptionalLong.empty());
    if (number.isEmpty()) {
      throw wrong(
          name, least == most ? "" + least : "a whole number from " + least + " to " + most);
    }
    return number.getAsLong();
  }

  /**
   * The same, or a string that stands for such a number.
   *
   * @param names gives the number that a string stands for
   * @param what it is to be, for an error message
   */
  public long integer(
      String name, long least, long most, Function<String, OptionalLong> names, String what)
      throws Malformed {
    OptionalLong number = number(field(name), least, most, names);
    if (number.isEmpty()) {
      throw wrong(name, what);
    }
    return number.getAsLong();
  }

  private static OptionalLong number(
      JsonNode value, long least, long most, Function<String, OptionalLong> names) {
    OptionalLong number = OptionalLong.empty();
    if (value.isTextual()) {
      number = names.apply(value.textValue());
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      number = OptionalLong.of(value.longValue());
    }
    boolean fits = number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most;
    return fits ? number : OptionalLong.empty();
  }

  public int count(String name) throws Malformed {
    return (int) integer(name, 0, Integer.MAX_VALUE);
  }

  /** An unsigned number of 32 bits. */
  public long u32(String name) throws Malformed {
    return integer(name, 0, LARGEST_U32);
  }

  /** The raw bits of an unsigned number of 64 bits, which JSON has as a string. */
  public long u64(String name) throws Malformed {
    return wide(name, false);
  }

  /** A signed number of 64 bits, which JSON has as a string. */
  public long i64(String name) throws Malformed {
    return wide(name, true);
  }

  /** An array of so many unsigned numbers of 64 bits. */
  public long[] u64s(String name, int count) throws Malformed {
    long[] numbers = new long[count];
    JsonNode elements = field(name);
    boolean fits = elements.isArray() && elements.size() == count;
    for (int i = 0; fits && i < count; i++) {
      OptionalLong number = wide(elements.get(i), false);
      fits = number.isPresent();
      numbers[i] = number.orElse(0);
    }
    if (!fits) {
      throw wrong(name, "an array of " + count + " unsigned 64-bit numbers as decimal strings");
    }
    return numbers;
  }

  private long wide(String name, boolean signed) throws Malformed {
    OptionalLong number = wide(field(name), signed);
    if (number.isEmpty()) {
      throw wrong(
          name, (signed ? "a signed" : "an unsigned") + " 64-bit number as a decimal string");
    }
    return number.getAsLong();
  }

  private OptionalLong wide(JsonNode value, boolean signed) {
    String text = value.textValue();
    if (text == null || !digits.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(signed ? Long.parseLong(text) : Long.parseUnsignedLong(text));
    } catch (NumberFormatException outside) {
      return OptionalLong.empty();
    }
  }

  /** An object. */
  public JsonFields part(String name) throws Malformed {
    return new JsonFields(field(name), where + "." + name, digits);
  }

  /** An array of objects. */
  public List<JsonFields> parts(String name) throws Malformed {
    List<JsonFields> parts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      parts.add(new JsonFields(element, where + "." + name + "[" + parts.size() + "]", digits));
    }
    return parts;
  }

  /** An array of strings. */
  public List<String> texts(String name) throws Malformed {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw wrong(name, "an array of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** An array of strings, all different. */
  public Set<String> distinctTexts(String name) throws Malformed {
    List<String> texts = texts(name);
    Set<String> distinct = new TreeSet<>(texts);
    if (distinct.size() < texts.size()) {
      throw wrong(name, "an array of different strings");
    }
    return distinct;
  }

  private JsonNode array(String name) throws Malformed {
    if (!field(name).isArray()) {
      throw wrong(name, "an array");
    }
    return node.get(name);
  }

  /** All has been read that may be there. */
  public void end() throws Malformed {
    for (String name : (Iterable<String>) node::fieldNames) {
      if (!asked.contains(name)) {
        String others = asked.isEmpty() ? "" : " but " + String.join(", ", new TreeSet<>(asked));
        throw new Malformed(where + " to have no field" + others, "'" + Excerpt.of(name) + "'");
      }
    }
  }

  private JsonNode field(String name) {
    asked.add(name);
    return node.path(name);
  }

  /** The field is not what it must be. */
  public Malformed wrong(String name, String what) {
    return new Malformed(where + "." + name + " to be " + what, shown(node.path(name)));
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "no such field" : Excerpt.of(value.toString());
  }
}
