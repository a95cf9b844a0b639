package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.CallJson;
import bindcheck.call.Reply;
import bindcheck.call.ReplyJson;
import bindcheck.suite.SceneGraph;
import bindcheck.suite.Suite;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Traces as JSON; schema/trace.schema.json says what it means. */
final class JsonOut {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonOut() {}

  /** What all walks have in common, and how many follow. */
  static ObjectNode header(Traces traces) {
    SceneGraph graph = traces.part().graph();
    Suite suite = traces.part().suite();
    ObjectNode node = JSON.objectNode();
    node.put("format", TraceFile.FORMAT).put("version", TraceFile.VERSION);
    node.put("scene", traces.part().name());
    node.put("variant", traces.variant()).put("judgedBy", traces.judgedBy());
    node.put("nodes", graph.nodes()).put("edges", graph.edges().size()).put("hash", graph.hash());
    node.put("walks", traces.walks()).put("steps", suite.steps());
    node.put("lowerBound", suite.lowerBound());
    graph.scene().threads().forEach(node.putArray("threads")::add);
    return node;
  }

  static ObjectNode walk(int number, List<TraceStep> walk) {
    ObjectNode node = JSON.objectNode().put("walk", number);
    ArrayNode steps = node.putArray("steps");
    walk.forEach(step -> steps.add(of(step)));
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
    for (TraceStep.Permitted permitted : step.allowed()) {
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
