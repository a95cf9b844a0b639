package bindcheck.history;

import bindcheck.call.CallJson;
import bindcheck.call.ReplyJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A line of a history as JSON; schema/history.schema.json says what it means. */
public final class EventWriter {
  private EventWriter() {}

  static ObjectNode of(Header header) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("format", Header.FORMAT)
        .put("version", Header.VERSION)
        .put("target", header.target())
        .put("deadlines", header.deadlinesRecorded() ? "recorded" : "any");
  }

  /** The line of an event. */
  public static ObjectNode of(Event event) {
    if (event instanceof Event.Called called) {
      ObjectNode node = begin("call").put("thread", called.thread());
      CallJson.HISTORY.write(called.call(), node);
      return node;
    }
    if (event instanceof Event.Returned returned) {
      ObjectNode node = begin("return").put("thread", returned.thread());
      ReplyJson.TARGET.write(returned.reply(), node);
      return node;
    }
    if (event instanceof Event.Expired expired) {
      return begin("expire").put("thread", expired.thread());
    }
    if (event instanceof Event.End end) {
      return begin("end").put("quiescent", end.quiescent());
    }
    return begin(event instanceof Event.Reset ? "reset" : "quiescent");
  }

  private static ObjectNode begin(String event) {
    return JsonNodeFactory.instance.objectNode().put("event", event);
  }
}
