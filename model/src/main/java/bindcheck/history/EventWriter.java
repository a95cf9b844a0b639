package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes one event as a JSON object. 64-bit numbers are decimal strings. */
final class EventWriter {
  private final JsonGenerator json;

  EventWriter(JsonGenerator json) {
    this.json = json;
  }

  void header(Header header) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", Header.FORMAT);
    json.writeNumberField("version", Header.VERSION);
    json.writeStringField("target", header.target());
    json.writeStringField("deadlines", header.deadlinesRecorded() ? "recorded" : "any");
    json.writeEndObject();
  }

  void event(Event event) throws IOException {
    json.writeStartObject();
    if (event instanceof Event.Called called) {
      begin("call", called.thread());
      call(called.call());
    } else if (event instanceof Event.Returned returned) {
      begin("return", returned.thread());
      reply(returned.reply());
    } else if (event instanceof Event.Expired expired) {
      begin("expire", expired.thread());
    } else if (event instanceof Event.End end) {
      json.writeStringField("event", "end");
      json.writeBooleanField("quiescent", end.quiescent());
    } else {
      json.writeStringField("event", event instanceof Event.Reset ? "reset" : "quiescent");
    }
    json.writeEndObject();
  }

  private void begin(String event, String thread) throws IOException {
    json.writeStringField("event", event);
    json.writeStringField("thread", thread);
  }

  private void call(Call call) throws IOException {
    json.writeStringField("op", call.op().scriptName());
    json.writeObjectFieldStart("args");
    List<Parameter> parameters = call.op().parameters(call.nullPointer());
    for (int i = 0; i < parameters.size(); i++) {
      Kind kind = parameters.get(i).kind();
      String name = parameters.get(i).name();
      switch (kind) {
        case U64 -> json.writeStringField(name, Long.toUnsignedString(call.argument(i)));
        case I64, TIME -> json.writeStringField(name, Long.toString(call.argument(i)));
        case HANDLE, U32, OPTIONS, RIGHTS ->
            json.writeNumberField(name, call.argument(i) & 0xFFFF_FFFFL);
      }
    }
    json.writeEndObject();
    if (call.nullPointer()) {
      json.writeBooleanField("null", true);
    }
  }

  private void reply(Reply reply) throws IOException {
    json.writeStringField("status", Status.text(reply.status()));
    if (reply.output() instanceof Reply.Handle handle) {
      json.writeNumberField("handle", Integer.toUnsignedLong(handle.raw()));
    } else if (reply.output() instanceof Reply.Timestamp timestamp) {
      json.writeStringField("timestamp", Long.toString(timestamp.value()));
    } else if (reply.output() instanceof Reply.Packet packet) {
      json.writeObjectFieldStart("packet");
      json.writeNumberField("type", Integer.toUnsignedLong(packet.type()));
      json.writeStringField("key", Long.toUnsignedString(packet.key()));
      json.writeStringField("status", Status.text(packet.status()));
      if (packet.type() == Reply.TYPE_INTERRUPT) {
        json.writeStringField("timestamp", Long.toString(packet.value()));
      } else {
        json.writeStringField("payload", Long.toUnsignedString(packet.value()));
      }
      json.writeEndObject();
    }
  }
}
