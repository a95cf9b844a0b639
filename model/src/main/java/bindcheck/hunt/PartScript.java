package bindcheck.hunt;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Reply;
import bindcheck.call.Statement;
import bindcheck.history.Event;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of a part of a history as the lines of a script, in the order in which they began. */
public final class PartScript {
  private final List<Event> part;
  private final Map<Integer, String> names = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  private PartScript(List<Event> part) {
    this.part = part;
  }

  /** The lines; a handle that no call of the part gave is the invalid one. */
  public static List<Line> of(List<Event> part) {
    PartScript script = new PartScript(part);
    for (int at = 0; at < part.size(); at++) {
      if (part.get(at) instanceof Event.Called called) {
        script.add(called, script.made(at, called.thread()));
      } else if (part.get(at) instanceof Event.Expired expired) {
        Statement.Expire passes = new Statement.Expire(expired.thread());
        script.lines.add(Line.of(passes, script.lines.size() + 1));
      }
    }
    return script.lines;
  }

  /** The handle that the call which begins there gave. */
  private Optional<Integer> made(int at, String thread) {
    return part.subList(at, part.size()).stream()
        .filter(event -> event instanceof Event.Returned end && end.thread().equals(thread))
        .findFirst()
        .map(event -> ((Event.Returned) event).reply().output())
        .filter(Reply.Handle.class::isInstance)
        .map(output -> ((Reply.Handle) output).raw());
  }

  private void add(Event.Called called, Optional<Integer> made) {
    Call call = named(called.call());
    Optional<String> name = made.map(raw -> call.op().letter() + (lines.size() + 1));
    made.ifPresent(raw -> names.put(raw, name.get()));
    lines.add(new Line(called.thread(), name, call, lines.size() + 1));
  }

  private Call named(Call call) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      long raw = call.argument(i);
      String name = names.get((int) raw);
      boolean isHandle = call.parameters().get(i).kind() == Kind.HANDLE;
      arguments.add(
          !isHandle
              ? new Argument.Number(raw)
              : name == null ? Argument.INVALID : new Argument.Handle(name));
    }
    return new Call(call.op(), arguments, call.nullPointer());
  }
}
