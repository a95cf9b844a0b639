package bindcheck.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object that is read field by field; what nobody asked for is an error at the end. */
final class JsonFields {
  private static final int SHOWN = 40;

  private final JsonNode node;
  private final String where;
  private final Set<String> asked = new HashSet<>();

  /**
   * Begins to read.
   *
   * @param where what an error message calls it
   * @throws FormatException if it is no object
   */
  JsonFields(JsonNode node, String where) throws FormatException {
    if (!node.isObject()) {
      throw new FormatException(where + " to be an object", shown(node));
    }
    this.node = node;
    this.where = where;
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) throws FormatException {
    JsonNode value = field(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string", value);
    }
    return value.textValue();
  }

  int count(String name) throws FormatException {
    JsonNode value = field(name);
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
      throw wrong(name, "a whole number from 0", value);
    }
    return value.intValue();
  }

  /** A number that JSON has as a number, or as a string of decimal digits. */
  BigInteger number(String name, boolean asText) throws FormatException {
    JsonNode value = field(name);
    boolean fits =
        asText
            ? value.isTextual() && value.textValue().matches("0|-?[1-9][0-9]*")
            : value.isIntegralNumber();
    if (!fits) {
      throw wrong(name, asText ? "a string of decimal digits" : "a whole number", value);
    }
    return asText ? new BigInteger(value.textValue()) : value.bigIntegerValue();
  }

  boolean isTrue(String name) throws FormatException {
    if (!has(name)) {
      return false;
    }
    JsonNode value = field(name);
    if (!value.isBoolean() || !value.booleanValue()) {
      throw wrong(name, "true, or no such field", value);
    }
    return true;
  }

  JsonFields part(String name) throws FormatException {
    return new JsonFields(field(name), where + "." + name);
  }

  Optional<JsonFields> optionalPart(String name) throws FormatException {
    return has(name) ? Optional.of(part(name)) : Optional.empty();
  }

  List<JsonFields> parts(String name) throws FormatException {
    List<JsonFields> parts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      parts.add(new JsonFields(element, where + "." + name + "[" + parts.size() + "]"));
    }
    return parts;
  }

  List<String> texts(String name) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw wrong(name, "strings", element);
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  private JsonNode array(String name) throws FormatException {
    JsonNode value = field(name);
    if (!value.isArray()) {
      throw wrong(name, "an array", value);
    }
    return value;
  }

  /** All has been read that may be there. */
  void end() throws FormatException {
    for (String name : (Iterable<String>) node::fieldNames) {
      if (!asked.contains(name)) {
        throw new FormatException("no further field in " + where, "'" + name + "'");
      }
    }
  }

  private JsonNode field(String name) throws FormatException {
    asked.add(name);
    JsonNode value = node.get(name);
    if (value == null) {
      throw new FormatException(where + "." + name, "no such field");
    }
    return value;
  }

  /** The field is not what it must be. */
  FormatException wrong(String name, String wanted) {
    return wrong(name, wanted, node.path(name));
  }

  private FormatException wrong(String name, String wanted, JsonNode value) {
    return new FormatException(where + "." + name + " to be " + wanted, shown(value));
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
