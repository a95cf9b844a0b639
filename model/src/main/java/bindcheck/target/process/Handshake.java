package bindcheck.target.process;

import bindcheck.call.Nearest;
import bindcheck.call.Op;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  static void readParams(Fields params) throws ProtocolException {
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

  static Handshake readResult(JsonNode result) throws ProtocolException {
    Fields fields = new Fields("the result", result);
    fields.integer(VERSION, PROTOCOL, PROTOCOL);
    String name = fields.text("name");
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw Fields.unexpected(
          "name", "at most " + LONGEST_NAME + " characters", result.get("name"));
    }
    Set<Op> calls = EnumSet.noneOf(Op.class);
    for (String call : fields.texts("calls")) {
      calls.add(
          Op.named(call)
              .orElseThrow(() -> unknown(call, Arrays.stream(Op.values()).map(Op::scriptName))));
    }
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (String feature : fields.texts("features")) {
      features.add(
          Feature.named(feature)
              .orElseThrow(
                  () -> unknown(feature, Arrays.stream(Feature.values()).map(Feature::wireName))));
    }
    fields.end();
    return new Handshake(Fields.shorten(name), calls, features);
  }

  private static ProtocolException unknown(String found, Stream<String> known) {
    List<String> words = known.toList();
    String hint = Nearest.hint(found, words.stream());
    String expected = hint.isEmpty() ? "one of " + String.join(", ", words) : "a known name";
    return new ProtocolException(
        "expected " + expected + ", found '" + Fields.shorten(found) + "'" + hint);
  }
}
