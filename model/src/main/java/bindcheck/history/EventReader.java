package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Nearest;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one event from a JSON object; a {@link Malformed} says what was expected. */
final class EventReader {
  /** What is wrong with a line. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  private static final Pattern THREAD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}");

  private EventReader() {}

  static Header header(JsonNode node) throws Malformed {
    requireObject(node, "a header");
    if (!Header.FORMAT.equals(node.path("format").textValue())) {
      throw new Malformed("expected a header with \"format\": \"" + Header.FORMAT + "\"");
    }
    JsonNode version = node.path("version");
    if (!version.isInt() || version.intValue() != Header.VERSION) {
      throw new Malformed("expected version " + Header.VERSION + ", found " + shown(version));
    }
    requireFields(node, Set.of("format", "version", "target", "deadlines"));
    String deadlines = text(node, "deadlines");
    if (!deadlines.equals("recorded") && !deadlines.equals("any")) {
      throw new Malformed("expected deadlines to be recorded or any, found " + shown(deadlines));
    }
    return new Header(text(node, "target"), deadlines.equals("recorded"));
  }

  static Event event(JsonNode node) throws Malformed {
    requireObject(node, "an event");
    String event = text(node, "event");
    return switch (event) {
      case "call" -> new Event.Called(thread(node), call(node));
      case "return" -> new Event.Returned(thread(node), reply(node));
      case "expire" -> {
        requireFields(node, Set.of("event", "thread"));
        yield new Event.Expired(thread(node));
      }
      case "quiescent" -> mark(node, new Event.Quiescent());
      case "reset" -> mark(node, new Event.Reset());
      case "end" -> end(node);
      default ->
          throw new Malformed(
              "expected event to be call, return, expire, quiescent, reset or end, found "
                  + shown(event));
    };
  }

  private static Event mark(JsonNode node, Event event) throws Malformed {
    requireFields(node, Set.of("event"));
    return event;
  }

  private static Event end(JsonNode node) throws Malformed {
    requireFields(node, Set.of("event", "quiescent"));
    if (!node.path("quiescent").isBoolean()) {
      throw new Malformed("expected quiescent to be true or false");
    }
    return new Event.End(node.path("quiescent").booleanValue());
  }

  private static Call call(JsonNode node) throws Malformed {
    requireFields(node, Set.of("event", "thread", "op", "args", "null"));
    String name = text(node, "op");
    Op op = Op.named(name).orElse(null);
    if (op == null) {
      String hint = Nearest.hint(name, Arrays.stream(Op.values()).map(Op::scriptName));
      throw new Malformed("expected op to be the name of a call, found " + shown(name) + hint);
    }
    JsonNode isNull = node.path("null");
    if (!isNull.isMissingNode() && !(isNull.isBoolean() && op.takesPointer())) {
      throw new Malformed("expected null to be true or false, of a call with a pointer");
    }
    JsonNode args = node.path("args");
    requireObject(args, "args");
    List<Parameter> parameters = op.parameters(isNull.booleanValue());
    Set<String> names = new TreeSet<>();
    long[] raw = new long[parameters.size()];
    for (int i = 0; i < raw.length; i++) {
      names.add(parameters.get(i).name());
      raw[i] = argument(parameters.get(i), args);
    }
    requireFields(args, names);
    return Call.of(op, isNull.booleanValue(), raw);
  }

  private static long argument(Parameter parameter, JsonNode args) throws Malformed {
    return switch (parameter.kind()) {
      case U64, I64, TIME -> wide(parameter.kind(), args, parameter.name());
      case HANDLE, U32, OPTIONS, RIGHTS -> word(args, parameter.name());
    };
  }

  private static Reply reply(JsonNode node) throws Malformed {
    requireFields(node, Set.of("event", "thread", "status", "handle", "timestamp", "packet"));
    int status = status(node);
    int outputs = 0;
    Reply.Output output = Reply.None.NONE;
    if (node.has("handle")) {
      output = new Reply.Handle((int) word(node, "handle"));
      outputs++;
    }
    if (node.has("timestamp")) {
      output = new Reply.Timestamp(wide(Kind.I64, node, "timestamp"));
      outputs++;
    }
    if (node.has("packet")) {
      output = packet(node.path("packet"));
      outputs++;
    }
    if (outputs > 1) {
      throw new Malformed("expected one of handle, timestamp, packet");
    }
    return new Reply(status, output);
  }

  private static Reply.Packet packet(JsonNode node) throws Malformed {
    requireObject(node, "packet");
    int type = (int) word(node, "type");
    boolean interrupt = type == Reply.TYPE_INTERRUPT;
    String word = interrupt ? "timestamp" : "payload";
    requireFields(node, Set.of("type", "key", "status", word));
    long value = wide(interrupt ? Kind.I64 : Kind.U64, node, word);
    return new Reply.Packet(type, wide(Kind.U64, node, "key"), status(node), value);
  }

  private static int status(JsonNode node) throws Malformed {
    JsonNode given = node.path("status");
    if (!given.isTextual()) {
      throw new Malformed("expected status to be a string, a name or a number" + found(given));
    }
    String text = given.textValue();
    OptionalInt status = Status.parse(text);
    if (status.isEmpty()) {
      throw new Malformed("expected the name or the number of a status, found " + shown(text));
    }
    return status.getAsInt();
  }

  private static String thread(JsonNode node) throws Malformed {
    String thread = text(node, "thread");
    if (!THREAD.matcher(thread).matches()) {
      throw new Malformed("expected the name of a thread, found " + shown(thread));
    }
    return thread;
  }

  private static long word(JsonNode node, String field) throws Malformed {
    JsonNode number = node.path(field);
    if (!number.isIntegralNumber()
        || !number.canConvertToLong()
        || number.longValue() >>> Integer.SIZE != 0) {
      throw new Malformed("expected " + field + " to be an unsigned 32-bit number" + found(number));
    }
    return number.longValue();
  }

  private static long wide(Kind kind, JsonNode node, String field) throws Malformed {
    String text = node.path(field).isTextual() ? node.path(field).textValue() : "";
    if (!DECIMAL.matcher(text).matches() || !kind.holds(new BigInteger(text))) {
      throw new Malformed(
          "expected "
              + field
              + " to be "
              + (kind == Kind.U64 ? "an unsigned" : "a signed")
              + " 64-bit number as a decimal string"
              + found(node.path(field)));
    }
    return new BigInteger(text).longValue();
  }

  private static String text(JsonNode node, String field) throws Malformed {
    JsonNode text = node.path(field);
    if (!text.isTextual()) {
      throw new Malformed("expected " + field + " to be a string" + found(text));
    }
    return text.textValue();
  }

  private static void requireObject(JsonNode node, String what) throws Malformed {
    if (!node.isObject()) {
      throw new Malformed("expected " + what + " to be a JSON object" + found(node));
    }
  }

  private static void requireFields(JsonNode node, Set<String> known) throws Malformed {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new Malformed(
            "expected no field but "
                + String.join(", ", new TreeSet<>(known))
                + ", found "
                + shown(name));
      }
    }
  }

  private static String found(JsonNode node) {
    return node.isMissingNode() ? ", found none" : ", found " + shown(node);
  }

  /** A few characters of what is there, on one line. */
  private static String shown(Object found) {
    String text = found.toString().replaceAll("\\p{Cntrl}", "?");
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
