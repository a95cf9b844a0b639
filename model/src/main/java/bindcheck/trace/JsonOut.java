package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.CallJson;
import bindcheck.call.Reply;
import bindcheck.call.ReplyJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Traces as JSON; {@link JsonIn} is its inverse, schema/trace.schema.json says what it means. */
final class JsonOut {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonOut() {}

  static ObjectNode of(TraceHeader header) {
    ObjectNode node = JSON.objectNode();
    node.put("format", TraceHeader.FORMAT).put("version", TraceHeader.VERSION);
    node.put("scene", header.scene());
    node.put("variant", header.variant()).put("judgedBy", header.judgedBy());
    node.put("nodes", header.nodes()).put("edges", header.edges()).put("hash", header.hash());
    node.put("walks", header.walks()).put("steps", header.steps());
    node.put("lowerBound", header.lowerBound());
    header.threads().forEach(node.putArray("threads")::add);
    return node;
  }

  static ObjectNode of(TraceWalk walk) {
    ObjectNode node = JSON.objectNode().put("walk", walk.number());
    ArrayNode steps = node.putArray("steps");
    walk.steps().forEach(step -> steps.add(of(step)));
    return node;
  }

  private static ObjectNode of(TraceStep step) {
    ObjectNode node = JSON.objectNode().put("thread", step.line().thread());
    if (step.line().statement() instanceof Call call) {
      node.set("call", of(call));
      step.line().name().ifPresent(name -> node.put("name", name));
    } else {
      node.set("expire", of(step.waiting().orElseThrow()));
    }
    node.set("expected", of(step.expected()));
    ArrayNode allowed = node.putArray("allowed");
    for (Permitted permitted : step.allowed()) {
      ObjectNode one = of(permitted.observation());
      permitted.by().forEach(one.putArray("by")::add);
      allowed.add(one);
    }
    return node;
  }

  static ObjectNode of(Call call) {
    ObjectNode node = JSON.objectNode();
    CallJson.TRACE.write(call, node);
    return node;
  }

  private static ObjectNode of(SymmetricObservation seen) {
    ObjectNode node = JSON.objectNode();
    seen.caller().ifPresent(reply -> node.set("caller", of(reply)));
    ArrayNode readers = node.putArray("readers");
    for (SymmetricObservation.Returned returned : seen.readers()) {
      ObjectNode one = readers.addObject();
      one.set("call", of(returned.call()));
      one.set("reply", of(returned.reply()));
    }
    return node.put("blocked", seen.blocked());
  }

  private static ObjectNode of(Reply reply) {
    ObjectNode node = JSON.objectNode();
    ReplyJson.TRACE.write(reply, node);
    return node;
  }
}
