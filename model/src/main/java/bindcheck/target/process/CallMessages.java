package bindcheck.target.process;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Calls and their replies as the protocol has them; each form is written and read. */
final class CallMessages {
  private static final String THREAD = "thread";
  private static final String NULL = "null";

  private CallMessages() {}

  static ObjectNode params(String thread, Call call) {
    ObjectNode params = ofThread(thread);
    List<Parameter> parameters = call.op().parameters(call.nullPointer());
    for (int i = 0; i < parameters.size(); i++) {
      put(params, parameters.get(i), call.argument(i));
    }
    if (call.nullPointer()) {
      params.put(NULL, true);
    }
    return params;
  }

  /** The thread alone. */
  static ObjectNode ofThread(String thread) {
    return JsonNodeFactory.instance.objectNode().put(THREAD, thread);
  }

  private static void put(ObjectNode params, Parameter parameter, long raw) {
    switch (parameter.kind()) {
      case HANDLE, U32, OPTIONS, RIGHTS ->
          params.put(parameter.name(), Integer.toUnsignedLong((int) raw));
      case U64 -> params.put(parameter.name(), Long.toUnsignedString(raw));
      case I64, TIME -> params.put(parameter.name(), Long.toString(raw));
    }
  }

  /** The thread of the call is read before. */
  static Call invocation(Op op, Fields params) throws ProtocolException {
    boolean nullPointer = op.takesPointer() && params.isTrue(NULL);
    List<Parameter> parameters = op.parameters(nullPointer);
    long[] arguments = new long[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(params, parameters.get(i).name(), parameters.get(i).kind());
    }
    params.end();
    return Call.of(op, nullPointer, arguments);
  }

  private static long argument(Fields params, String name, Kind kind) throws ProtocolException {
    return switch (kind) {
      case HANDLE, U32, OPTIONS, RIGHTS -> Integer.toUnsignedLong(params.u32(name));
      case U64 -> params.u64(name);
      case I64, TIME -> params.i64(name);
    };
  }

  static String thread(Fields params) throws ProtocolException {
    return params.text(THREAD);
  }

  static ObjectNode result(Reply reply) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("status", reply.status());
    if (reply.output() instanceof Reply.Handle handle) {
      result.put("handle", Integer.toUnsignedLong(handle.raw()));
    } else if (reply.output() instanceof Reply.Timestamp timestamp) {
      result.put("timestamp", Long.toString(timestamp.value()));
    } else if (reply.output() instanceof Reply.Packet packet) {
      result.set("packet", packet(packet));
    }
    return result;
  }

  private static ObjectNode packet(Reply.Packet packet) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", Integer.toUnsignedLong(packet.type()));
    node.put("key", Long.toUnsignedString(packet.key()));
    node.put("status", packet.status());
    if (packet.type() == Reply.TYPE_INTERRUPT) {
      node.put("timestamp", Long.toString(packet.value()));
    } else {
      node.put("payload", Long.toUnsignedString(packet.value()));
    }
    return node;
  }

  /** The reply to that call; what it wrote must be there exactly if it succeeded. */
  static Reply reply(Call call, JsonNode result) throws ProtocolException {
    Fields fields = new Fields("the result", result);
    int status = fields.i32("status");
    boolean written = status == Status.OK.code() && !call.nullPointer();
    Reply reply =
        written && writes(call.op()) ? Reply.ok(output(call.op(), fields)) : Reply.of(status);
    fields.end();
    return reply;
  }

  private static boolean writes(Op op) {
    return op.returnsHandle() || op.mayBlock();
  }

  private static Reply.Output output(Op op, Fields fields) throws ProtocolException {
    if (op.returnsHandle()) {
      return new Reply.Handle(fields.u32("handle"));
    }
    return op == Op.INTERRUPT_WAIT
        ? new Reply.Timestamp(fields.i64("timestamp"))
        : packet(fields.object("packet"));
  }

  private static Reply.Packet packet(Fields fields) throws ProtocolException {
    int type = fields.u32("type");
    long key = fields.u64("key");
    int status = fields.i32("status");
    long value = type == Reply.TYPE_INTERRUPT ? fields.i64("timestamp") : fields.u64("payload");
    fields.end();
    return new Reply.Packet(type, key, status, value);
  }
}
