package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** States of the specification in Apalache's JSON, the Informal Trace Format. */
public final class Itf {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Itf() {}

  /** Adds the variables of a configuration to a state: the kernel, and the calls in progress. */
  public static void addState(ObjectNode state, Automaton automaton, int configuration) {
    ObjectNode kernel = state.putObject("kernel"); // both fields are functions; see Kernel.tla
    Terms.fields(automaton.kernel(configuration))
        .forEach((name, map) -> kernel.set(name, function(Terms.pairs(map))));
    ArrayNode calls = state.putObject("calls").putArray("#map");
    automaton
        .calls(configuration)
        .forEach((thread, call) -> calls.addArray().add(thread).add(of(call)));
  }

  /** A value; a function over 1..n is a sequence. */
  static JsonNode of(Value value) {
    if (Terms.isNumber(value)) {
      return JSON.objectNode().put("#bigint", Integer.toString(Terms.integer(value)));
    }
    if (Terms.isString(value)) {
      return JSON.textNode(Terms.text(value));
    }
    if (Terms.isTruth(value)) {
      return JSON.booleanNode(Terms.isTrue(value));
    }
    if (Terms.isSequence(value)) {
      ArrayNode sequence = JSON.arrayNode();
      Terms.elements(value).forEach(element -> sequence.add(of(element)));
      return sequence;
    }
    if (Terms.isSet(value)) {
      ObjectNode set = JSON.objectNode();
      ArrayNode elements = set.putArray("#set");
      Terms.sorted(value).forEach(element -> elements.add(of(element)));
      return set;
    }
    if (Terms.isRecord(value)) {
      ObjectNode record = JSON.objectNode();
      Terms.fields(value).forEach((name, field) -> record.set(name, of(field)));
      return record;
    }
    return function(Terms.pairs(value));
  }

  /** A function, which is one even where its domain is 1..n or empty. */
  static ObjectNode function(Map<Value, Value> pairs) {
    ObjectNode function = JSON.objectNode();
    ArrayNode all = function.putArray("#map");
    pairs.forEach((key, value) -> all.addArray().add(of(key)).add(of(value)));
    return function;
  }
}
