package bindcheck.trace;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Statement.Expire;
import bindcheck.call.Status;
import bindcheck.script.Line;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Traces from JSON, as {@link JsonOut} writes them. */
final class JsonIn {
  private JsonIn() {}

  static TraceHeader header(JsonNode node) throws FormatException {
    JsonFields part = new JsonFields(node, "the header");
    if (!part.has("format") || !part.text("format").equals(TraceHeader.FORMAT)) {
      throw part.wrong("format", '"' + TraceHeader.FORMAT + '"');
    }
    if (part.count("version") != TraceHeader.VERSION) {
      throw part.wrong("version", Integer.toString(TraceHeader.VERSION));
    }
    TraceHeader header =
        new TraceHeader(
            part.text("scene"),
            part.text("variant"),
            part.text("judgedBy"),
            part.count("nodes"),
            part.count("edges"),
            part.text("hash"),
            part.count("walks"),
            part.count("steps"),
            part.count("lowerBound"),
            part.texts("threads"));
    part.end();
    return header;
  }

  static TraceWalk walk(JsonNode node) throws FormatException {
    JsonFields part = new JsonFields(node, "walk");
    int number = part.count("walk");
    List<TraceStep> steps = new ArrayList<>();
    for (JsonFields step : part.parts("steps")) {
      steps.add(step(step));
    }
    part.end();
    return new TraceWalk(number, steps);
  }

  private static TraceStep step(JsonFields part) throws FormatException {
    String thread = part.text("thread");
    boolean expires = part.has("expire");
    Call call = call(part.part(expires ? "expire" : "call"));
    Optional<String> name = part.has("name") ? Optional.of(part.text("name")) : Optional.empty();
    if (name.isPresent() && (expires || !call.returnsHandle())) {
      throw part.wrong("name", "left out, as no handle is returned");
    }
    SymmetricObservation expected = sighting(part.part("expected"));
    List<Permitted> allowed = new ArrayList<>();
    for (JsonFields one : part.parts("allowed")) {
      TreeSet<String> by = new TreeSet<>(one.texts("by"));
      allowed.add(new Permitted(sighting(one), by));
    }
    part.end();
    Line line = expires ? Line.of(new Expire(thread), 0) : new Line(thread, name, call, 0);
    return new TraceStep(line, expires ? Optional.of(call) : Optional.empty(), expected, allowed);
  }

  private static Call call(JsonFields part) throws FormatException {
    Op op = Op.named(part.text("op")).orElseThrow(() -> part.wrong("op", "the name of a call"));
    boolean isNull = part.isTrue("null");
    if (isNull && !op.takesPointer()) {
      throw part.wrong("null", "left out, as " + op.scriptName() + " takes no pointer");
    }
    JsonFields args = part.part("args");
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : op.parameters(isNull)) {
      arguments.add(argument(args, parameter));
    }
    args.end();
    part.end();
    return new Call(op, arguments, isNull);
  }

  private static Argument argument(JsonFields args, Parameter parameter) throws FormatException {
    Kind kind = parameter.kind();
    if (kind == Kind.HANDLE) {
      String name = args.text(parameter.name());
      return name.equals(JsonOut.INVALID) ? Argument.INVALID : new Argument.Handle(name);
    }
    return new Argument.Number(number(args, parameter.name(), kind));
  }

  private static long number(JsonFields part, String name, Kind kind) throws FormatException {
    BigInteger number = part.number(name, kind.isWide());
    if (!kind.holds(number)) {
      throw part.wrong(name, kind.range());
    }
    return number.longValue();
  }

  private static SymmetricObservation sighting(JsonFields part) throws FormatException {
    Optional<JsonFields> caller = part.optionalPart("caller");
    Optional<Reply> reply =
        caller.isPresent() ? Optional.of(reply(caller.get())) : Optional.empty();
    List<SymmetricObservation.Returned> readers = new ArrayList<>();
    for (JsonFields reader : part.parts("readers")) {
      readers.add(
          new SymmetricObservation.Returned(
              call(reader.part("call")), reply(reader.part("reply"))));
      reader.end();
    }
    int blocked = part.count("blocked");
    part.end();
    return new SymmetricObservation(reply, readers, blocked);
  }

  private static Reply reply(JsonFields part) throws FormatException {
    String text = part.text("status");
    int status = Status.parse(text).orElseThrow(() -> part.wrong("status", "the name of a status"));
    Reply.Output output = Reply.None.NONE;
    if (part.has("timestamp")) {
      output = new Reply.Timestamp(number(part, "timestamp", Kind.I64));
    } else if (part.has("packet")) {
      output = packet(part.part("packet"));
    }
    part.end();
    return new Reply(status, output);
  }

  private static Reply.Packet packet(JsonFields part) throws FormatException {
    long key = number(part, "key", Kind.U64);
    Reply.Packet packet =
        switch (part.text("type")) {
          case "INTERRUPT" ->
              new Reply.Packet(
                  Reply.TYPE_INTERRUPT, key, Status.OK.code(), number(part, "timestamp", Kind.I64));
          case "USER" ->
              new Reply.Packet(
                  Reply.TYPE_USER, key, Status.OK.code(), number(part, "payload", Kind.U64));
          default -> throw part.wrong("type", "INTERRUPT or USER");
        };
    part.end();
    return packet;
  }
}
