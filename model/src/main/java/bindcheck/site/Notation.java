package bindcheck.site;

import bindcheck.call.Constants;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Status;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * The notation of scripts as data: the calls with their parameters, and what numbers are called.
 * 64-bit numbers are decimal strings.
 */
final class Notation {
  private Notation() {}

  static ObjectNode of() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode ops = node.putArray("ops");
    ObjectNode constants = node.putObject("constants");
    for (Op op : Op.values()) {
      ops.add(of(op));
      ObjectNode fitting = constants.putObject(op.scriptName());
      for (Parameter parameter : op.parameters()) {
        put(fitting, parameter.kind().name(), Constants.fitting(op, parameter.kind()));
      }
    }
    ObjectNode statuses = node.putObject("statuses");
    Arrays.stream(Status.values()).forEach(status -> statuses.put(status.name(), status.code()));
    ObjectNode ranges = node.putObject("ranges");
    for (Kind kind : Kind.values()) {
      ranges.putArray(kind.name()).add(kind.least().toString()).add(kind.most().toString());
    }
    ranges
        .putArray("I32")
        .add(Integer.toString(Integer.MIN_VALUE))
        .add(Integer.toString(Integer.MAX_VALUE));
    return node.put("infinite", Long.toString(Deadline.INFINITE.raw()));
  }

  private static ObjectNode of(Op op) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", op.scriptName()).put("letter", op.letter());
    ArrayNode parameters = node.putArray("parameters");
    for (Parameter parameter : op.parameters()) {
      parameters.addObject().put("name", parameter.name()).put("kind", parameter.kind().name());
    }
    return node.put("pointer", op.takesPointer())
        .put("packet", op.parameters(true).size() < op.parameters().size())
        .put("makes", op.returnsHandle())
        .put("mayBlock", op.mayBlock());
  }

  private static void put(ObjectNode node, String name, SortedMap<String, Long> numbers) {
    ObjectNode named = node.putObject(name);
    for (Map.Entry<String, Long> number : numbers.entrySet()) {
      named.put(number.getKey(), Long.toString(number.getValue()));
    }
  }
}
