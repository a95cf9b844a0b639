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

/**
 * Calls and their replies as the protocol has them; each form is written and read.
 *
 * @param whole whether the target has said that its packets are whole
 */
record CallMessages(boolean whole) {
  private static final String THREAD = "thread";

  ObjectNode params(String thread, Call call) {
    ObjectNode params = ofThread(thread);
    (whole ? CallJson.WHOLE_REQUEST : CallJson.REQUEST).writeArguments(call, params);
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

  ObjectNode result(Reply reply) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    form().write(reply, result);
    return result;
  }

  private ReplyJson form() {
    return whole ? ReplyJson.WHOLE : ReplyJson.TARGET;
  }

  /** The reply to that call; what it wrote must be there exactly if it succeeded. */
  Reply reply(Call call, JsonNode result) throws Malformed {
    JsonFields fields = new JsonFields(result, "the result");
    Reply reply = form().read(fields);
    fields.end();
    Optional<String> misfit = reply.misfit(call);
    if (misfit.isPresent()) {
      throw new Malformed(misfit.get());
    }
    return reply;
  }
}
