package bindcheck.oracle;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Statement.Expire;
import bindcheck.call.Status;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Stimulus;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.ToIntFunction;
import tlc2.value.impl.Value;

/** Says in the notation of scripts what the specification says in terms, and the reverse. */
public final class Vocabulary {
  private static final String NULL = "null";
  private static final String OUT = "out";

  private final ValueNumbers numbers;
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<String, Integer> handles = new HashMap<>();
  private final Map<Value, Reply> replies = new HashMap<>();

  /** The values that scenes have in mind are wide ones, in which a narrow type loses something. */
  public Vocabulary() {
    this(new ValueNumbers());
  }

  private Vocabulary(ValueNumbers numbers) {
    this.numbers = numbers;
  }

  /** The values that scenes have in mind are 0, 1, 2 and 3: for scripts that are to be read. */
  public static Vocabulary plain() {
    return new Vocabulary(ValueNumbers.plain());
  }

  /** Names the handles that a set-up makes after what they refer to; forgets other names. */
  public void nameHandles(List<Stimulus> setup) {
    names.clear();
    handles.clear();
    for (Stimulus stimulus : setup) {
      Value out = Terms.optionalField(stimulus.args(), OUT);
      if (out != null) {
        String letter =
            switch (stimulus.op()) {
              case "port_create" -> "p";
              case "interrupt_create" -> "i";
              case "event_create" -> "e";
              default -> "h";
            };
        name(Terms.integer(out), letter + Terms.integer(out));
      }
    }
  }

  private void name(int handle, String name) {
    names.put(handle, name);
    handles.put(name, handle);
  }

  private String name(int handle) {
    if (!names.containsKey(handle)) {
      name(handle, "h" + handle);
    }
    return names.get(handle);
  }

  /** The number that a handle of that name has, unless an older handle still has it. */
  int handle(String name) {
    if (!handles.containsKey(name)) {
      name(handles.size() + 1, name);
    }
    return handles.get(name);
  }

  /** The line that makes the stimulus. */
  public Line line(Stimulus stimulus) {
    if (stimulus.isExpire()) {
      return Line.of(new Expire(stimulus.thread()), 0);
    }
    Op op = Op.named(stimulus.op()).orElseThrow();
    boolean isNull = op.takesPointer() && Terms.isTrue(Terms.field(stimulus.args(), NULL));
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : op.parameters(isNull)) {
      arguments.add(argument(op, parameter, Terms.field(stimulus.args(), parameter.name())));
    }
    Call call = new Call(op, arguments, isNull);
    Optional<String> name =
        call.returnsHandle()
            ? Optional.of(name(Terms.integer(Terms.field(stimulus.args(), OUT))))
            : Optional.empty();
    return new Line(stimulus.thread(), name, call, 0);
  }

  private Argument argument(Op op, Parameter parameter, Value value) {
    Kind kind = parameter.kind();
    return switch (kind) {
      case HANDLE ->
          Terms.integer(value) == 0
              ? Argument.INVALID
              : new Argument.Handle(name(Terms.integer(value)));
      case U32, U64, I64 -> new Argument.Number(numbers.value(Terms.integer(value)));
      case TIME -> new Argument.Number(Deadline.valueOf(Terms.text(value)).raw());
      case OPTIONS, RIGHTS -> new Argument.Number(Constants.value(op, kind, Terms.texts(value)));
    };
  }

  /**
   * The stimulus that a line makes.
   *
   * @param meaning the number of the handle that a name means now; 0 where it means none
   * @param out the number that a new handle is to have
   */
  public Stimulus stimulus(Line line, ToIntFunction<String> meaning, int out) {
    if (!(line.stimulus() instanceof Call call)) {
      return new Stimulus(line.thread(), Stimulus.EXPIRE, Terms.tuple(List.of()));
    }
    Op op = call.op();
    SortedMap<String, Value> args = new TreeMap<>();
    for (Parameter parameter : op.parameters()) {
      args.put(parameter.name(), Terms.number(0)); // what a null pointer stands for
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Parameter parameter = op.parameters().get(i);
      args.put(parameter.name(), term(op, parameter.kind(), call.arguments().get(i), meaning));
    }
    if (op.takesPointer()) {
      args.put(NULL, Terms.truth(call.nullPointer()));
    }
    if (op.returnsHandle()) {
      args.put(OUT, Terms.number(out));
    }
    return new Stimulus(line.thread(), op.scriptName(), Terms.record(args));
  }

  private Value term(Op op, Kind kind, Argument argument, ToIntFunction<String> meaning) {
    if (argument instanceof Argument.Handle handle) {
      return Terms.number(meaning.applyAsInt(handle.name()));
    }
    long raw = ((Argument.Number) argument).raw();
    return switch (kind) {
      case HANDLE, U32, U64, I64 -> Terms.number(numbers.number(raw));
      case TIME -> Terms.string(Deadline.of(raw).name());
      case OPTIONS, RIGHTS -> Terms.strings(Constants.names(op, kind, raw));
    };
  }

  /** The reply, but for the value of a new handle, which is the target's business. */
  public Reply reply(Value reply) {
    return replies.computeIfAbsent(reply, this::read);
  }

  private Reply read(Value reply) {
    return read(reply, numbers::value);
  }

  /** The reply, its numbers replaced by the values that they stand for. */
  public static Reply read(Value reply, IntToLongFunction values) {
    int status = Status.parse(Terms.text(Terms.field(reply, "status"))).orElseThrow();
    Value timestamp = Terms.optionalField(reply, "timestamp");
    if (timestamp != null) {
      return new Reply(status, new Reply.Timestamp(values.applyAsLong(Terms.integer(timestamp))));
    }
    Value packet = Terms.optionalField(reply, "packet");
    return packet == null ? Reply.of(status) : readPacket(packet, values);
  }

  private static Reply readPacket(Value packet, IntToLongFunction values) {
    long key = values.applyAsLong(Terms.integer(Terms.field(packet, "key")));
    boolean user = Terms.text(Terms.field(packet, "type")).equals("USER");
    Value value = Terms.field(packet, user ? "payload" : "timestamp");
    long word = values.applyAsLong(Terms.integer(value));
    return user ? Reply.userPacket(key, word) : Reply.interruptPacket(key, word);
  }

  /** What an outcome looks like from outside. */
  public Observation observation(Automaton automaton, Quiescence outcome) {
    SortedMap<String, Reply> seen = new TreeMap<>();
    outcome.replies().forEach((thread, reply) -> seen.put(thread, reply(reply)));
    return Observation.of(seen, automaton.busyThreads(outcome.configuration()));
  }
}
