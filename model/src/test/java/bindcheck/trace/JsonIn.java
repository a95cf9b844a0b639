package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.CallJson;
import bindcheck.call.Identifiers;
import bindcheck.call.Reply;
import bindcheck.call.ReplyJson;
import bindcheck.call.Statement.Expire;
import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Traces from JSON: the inverse of {@link JsonOut}. */
final class JsonIn {
  private JsonIn() {}

  static TraceHeader header(JsonFields part) throws Malformed {
    return new TraceHeader(
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
  }

  static TraceWalk walk(JsonFields part) throws Malformed {
    int number = part.count("walk");
    List<TraceStep> steps = new ArrayList<>();
    for (JsonFields step : part.parts("steps")) {
      steps.add(step(step));
    }
    part.end();
    return new TraceWalk(number, steps);
  }

  private static TraceStep step(JsonFields part) throws Malformed {
    String thread = part.text("thread");
    if (!Identifiers.isIdentifier(thread)) {
      throw part.wrong("thread", "a name for a thread");
    }
    boolean expires = part.has("expire");
    Call call = call(part.part(expires ? "expire" : "call"));
    Optional<String> name = part.has("name") ? Optional.of(part.text("name")) : Optional.empty();
    if (name.isPresent() && (expires || !call.returnsHandle())) {
      throw part.wrong("name", "left out, as no handle is returned");
    }
    if (name.isPresent() && !Identifiers.isAssignable(name.get())) {
      throw part.wrong("name", "a name for a handle");
    }
    SymmetricObservation expected = sighting(part.part("expected"));
    List<TraceStep.Permitted> allowed = new ArrayList<>();
    for (JsonFields one : part.parts("allowed")) {
      TreeSet<String> by = new TreeSet<>(one.texts("by"));
      allowed.add(new TraceStep.Permitted(sighting(one), by));
    }
    part.end();
    Line line = expires ? Line.of(new Expire(thread), 0) : new Line(thread, name, call, 0);
    return new TraceStep(line, expires ? Optional.of(call) : Optional.empty(), expected, allowed);
  }

  private static Call call(JsonFields part) throws Malformed {
    Call call = CallJson.TRACE.read(part);
    part.end();
    return call;
  }

  private static SymmetricObservation sighting(JsonFields part) throws Malformed {
    Optional<Reply> caller =
        part.has("caller") ? Optional.of(reply(part.part("caller"))) : Optional.empty();
    List<SymmetricObservation.Returned> readers = new ArrayList<>();
    for (JsonFields reader : part.parts("readers")) {
      readers.add(
          new SymmetricObservation.Returned(
              call(reader.part("call")), reply(reader.part("reply"))));
      reader.end();
    }
    int blocked = part.count("blocked");
    part.end();
    return new SymmetricObservation(caller, readers, blocked);
  }

  private static Reply reply(JsonFields part) throws Malformed {
    Reply reply = ReplyJson.TRACE.read(part);
    part.end();
    return reply;
  }
}
