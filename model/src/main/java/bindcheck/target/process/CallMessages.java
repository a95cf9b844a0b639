package bindcheck.target.process;

import bindcheck.call.Call;
import bindcheck.call.CallJson;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.ReplyJson;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Calls and their replies as the protocol has them; each form is written and read. */
final class CallMessages {
  private static final String THREAD = "thread";

  private CallMessages() {}

  static ObjectNode params(String thread, Call call) {
    ObjectNode params = ofThread(thread);
    CallJson.REQUEST.writeArguments(call, params);
    return params;
  }

  /** The thread alone. */
  static ObjectNode ofThread(String thread) {
    return JsonNodeFactory.instance.objectNode().put(THREAD, thread);
  }

  /** The thread of the call is read before. */
  static Call call(Op op, JsonFields params) throws Malformed {
    Call call = CallJson.REQUEST.readArguments(op, params);
    params.end();
    return call;
  }

  static String thread(JsonFields params) throws Malformed {
    String thread = params.text(THREAD);
    if (thread.isEmpty()) {
      throw params.wrong(THREAD, "a string that is not empty");
    }
    return thread;
  }

  static ObjectNode result(Reply reply) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ReplyJson.TARGET.write(reply, result);
    return result;
  }

  /** The reply to that call; what it wrote must be there exactly if it succeeded. */
  static Reply reply(Call call, JsonNode result) throws Malformed {
    JsonFields fields = new JsonFields(result, "the result");
    Reply reply = ReplyJson.TARGET.read(fields);
    fields.end();
    Optional<String> misfit = reply.misfit(call);
    if (misfit.isPresent()) {
      throw new Malformed(misfit.get());
    }
    return reply;
  }
}
