package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Identifiers;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.file.JsonFields;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads the events that are written as {@link EventWriter} usually writes them, many times faster
 * than {@link EventReader}. What is written otherwise, or is none, that one reads or rejects: there
 * is no line of which both say something, and not the same.
 */
final class PlainEvents {
  private static final String THREAD = "thread";
  private static final String STATUS = "status";
  private static final String TIMESTAMP = "timestamp";

  private final PlainLine line = new PlainLine(new Words());

  /** The event; null where it is not written plainly. */
  Event event(String text) {
    line.begin(text);
    line.pass('{');
    line.field("event");
    Event event =
        switch (line.word()) {
          case "call" -> call();
          case "return" -> new Event.Returned(thread(), reply());
          case "expire" -> new Event.Expired(thread());
          case "quiescent" -> new Event.Quiescent();
          case "reset" -> new Event.Reset();
          default -> null;
        };
    line.pass('}');
    return line.end() ? event : null;
  }

  private String thread() {
    line.pass(',');
    line.field(THREAD);
    String thread = line.word();
    return Identifiers.isIdentifier(thread) ? thread : unknown("");
  }

  /** What is there is nothing that is known here. */
  private <T> T unknown(T any) {
    line.pass('\0');
    return any;
  }

  private Event call() {
    String thread = thread();
    line.pass(',');
    line.field("op");
    Op op = Op.named(line.word()).orElse(null);
    if (op == null) {
      return null;
    }
    line.pass(',');
    line.field("args");
    line.pass('{');
    List<Parameter> parameters = op.parameters();
    long[] raw = new long[parameters.size()];
    for (int i = 0; i < raw.length; i++) {
      if (i > 0) {
        line.pass(',');
      }
      line.field(parameters.get(i).name());
      raw[i] = argument(parameters.get(i));
    }
    line.pass('}');
    return new Event.Called(thread, Call.of(op, raw));
  }

  private long argument(Parameter parameter) {
    return switch (parameter.kind()) {
      case HANDLE, U32, OPTIONS, RIGHTS -> line.number(JsonFields.LARGEST_U32);
      case U64 -> line.wide(false);
      case I64, TIME -> line.wide(true);
    };
  }

  private Reply reply() {
    line.pass(',');
    line.field(STATUS);
    int status = status();
    if (!line.passes(',')) {
      return Reply.of(status);
    }
    if (line.passesField("handle")) {
      return new Reply(status, new Reply.Handle((int) line.number(JsonFields.LARGEST_U32)));
    }
    if (line.passesField(TIMESTAMP)) {
      return new Reply(status, new Reply.Timestamp(line.wide(true)));
    }
    line.field("packet");
    return new Reply(status, packet());
  }

  private int status() {
    OptionalInt status = Status.parse(line.word());
    return status.isPresent() ? status.getAsInt() : unknown(0);
  }

  private PortPacket packet() {
    line.pass('{');
    line.field("type");
    int type = type();
    line.pass(',');
    line.field("key");
    long key = line.wide(false);
    line.pass(',');
    line.field(STATUS);
    int status = status();
    line.pass(',');
    boolean isInterrupt = type == PortPacket.INTERRUPT;
    line.field(isInterrupt ? TIMESTAMP : "payload");
    long first = line.wide(isInterrupt);
    line.pass('}');
    return new PortPacket(type, key, status, Payload.of(first));
  }

  private int type() {
    if (!line.passes('"')) {
      return (int) line.number(JsonFields.LARGEST_U32);
    }
    OptionalLong type = PortPacket.type(line.restOfWord());
    return type.isPresent() ? (int) type.getAsLong() : unknown(0);
  }
}
