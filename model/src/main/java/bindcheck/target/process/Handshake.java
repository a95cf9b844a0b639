package bindcheck.target.process;

import bindcheck.call.Nearest;
import bindcheck.call.Op;
import bindcheck.file.Excerpt;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a target says of itself when it is asked to initialize.
 *
 * @param name what it calls itself
 * @param calls those that it has
 * @param features those that it has
 */
record Handshake(String name, Set<Op> calls, Set<Feature> features) {
  static final int PROTOCOL = 1;

  /** In characters. */
  private static final int LONGEST_NAME = 200;

  private static final String VERSION = "protocol";

  static ObjectNode params() {
    return JsonNodeFactory.instance.objectNode().put(VERSION, PROTOCOL);
  }

  static void readParams(JsonFields params) throws Malformed {
    params.integer(VERSION, PROTOCOL, PROTOCOL);
    params.end();
  }

  ObjectNode result() {
    ObjectNode result = params();
    result.put("name", name);
    ArrayNode callNames = result.putArray("calls");
    calls.forEach(call -> callNames.add(call.scriptName()));
    ArrayNode featureNames = result.putArray("features");
    features.forEach(feature -> featureNames.add(feature.wireName()));
    return result;
  }

  static Handshake readResult(JsonNode result) throws Malformed {
    JsonFields fields = new JsonFields(result, "the result");
    fields.integer(VERSION, PROTOCOL, PROTOCOL);
    String name = fields.text("name");
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw fields.wrong("name", "a string of 1 to " + LONGEST_NAME + " characters");
    }
    Set<Op> calls = named(fields.distinctTexts("calls"), Op.values(), Op::scriptName);
    Set<Feature> features =
        named(fields.distinctTexts("features"), Feature.values(), Feature::wireName);
    fields.end();
    return new Handshake(Excerpt.of(name), calls, features);
  }

  /** Those that have these names. */
  private static <T> Set<T> named(Set<String> names, T[] all, Function<T, String> naming)
      throws Malformed {
    Map<String, T> known = new LinkedHashMap<>();
    Arrays.stream(all).forEach(one -> known.put(naming.apply(one), one));
    for (String name : names) {
      if (!known.containsKey(name)) {
        String hint = Nearest.hint(name, known.keySet().stream());
        throw new Malformed(
            hint.isEmpty() ? "one of " + String.join(", ", known.keySet()) : "a known name",
            "'" + Excerpt.of(name) + "'" + hint);
      }
    }
    known.keySet().retainAll(names);
    return new LinkedHashSet<>(known.values());
  }
}
