package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Traces as JSON; {@link JsonIn} is its inverse, schema/trace.schema.json says what it means. */
final class JsonOut {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  static final String INVALID = "INVALID";

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
    ObjectNode node = JSON.objectNode().put("op", call.op().scriptName());
    ObjectNode args = node.putObject("args");
    for (int i = 0; i < call.parameters().size(); i++) {
      add(args, call, i);
    }
    if (call.nullPointer()) {
      node.put("null", true);
    }
    return node;
  }

  private static void add(ObjectNode args, Call call, int index) {
    Parameter parameter = call.parameters().get(index);
    Kind kind = parameter.kind();
    if (kind == Kind.HANDLE) {
      args.put(parameter.name(), call.isNamed(index) ? call.name(index) : INVALID);
    } else if (kind.isWide()) {
      args.put(parameter.name(), kind.decimal(call.argument(index)));
    } else {
      args.put(parameter.name(), call.argument(index));
    }
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
    ObjectNode node = JSON.objectNode().put("status", Status.text(reply.status()));
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      node.put("timestamp", Long.toString(timestamp.value()));
    } else if (reply.output() instanceof Reply.Packet packet) {
      ObjectNode one = node.putObject("packet");
      boolean interrupt = packet.type() == Reply.TYPE_INTERRUPT;
      one.put("type", interrupt ? "INTERRUPT" : "USER");
      one.put("key", Long.toUnsignedString(packet.key()));
      if (interrupt) {
        one.put("timestamp", Long.toString(packet.value()));
      } else {
        one.put("payload", Long.toUnsignedString(packet.value()));
      }
    }
    return node;
  }
}
