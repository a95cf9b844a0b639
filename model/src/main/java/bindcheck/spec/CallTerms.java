package bindcheck.spec;

import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Calls, stimuli and replies as terms of the specification, and back. */
final class CallTerms {
  static final String EXPIRE = "expire";

  private static final String NULL = "null";
  private static final String OUT = "out";

  private CallTerms() {}

  /** The arguments of a stimulus, a record; what a null pointer stands for is 0. */
  static Value arguments(Stimulus stimulus) {
    return stimulus.isExpire()
        ? Terms.tuple(List.of())
        : arguments(stimulus.call(), stimulus.out());
  }

  static Value arguments(Call call, int out) {
    SortedMap<String, Value> arguments = new TreeMap<>();
    List<Parameter> parameters = call.op().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean given = i < call.parameters().size();
      arguments.put(parameters.get(i).name(), given ? argument(call, i) : Terms.number(0));
    }
    if (call.op().takesPointer()) {
      arguments.put(NULL, Terms.truth(call.nullPointer()));
    }
    if (call.op().returnsHandle()) {
      arguments.put(OUT, Terms.number(out));
    }
    return Terms.record(arguments);
  }

  /** Arguments with the handles and values of that call; its deadline may have passed since. */
  static Value withNumbers(Value arguments, Call call, int out) {
    Value changed = arguments;
    List<Parameter> parameters = call.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      switch (parameters.get(i).kind()) {
        case HANDLE, U32, U64, I64 ->
            changed = Terms.with(changed, parameters.get(i).name(), argument(call, i));
        case TIME, OPTIONS, RIGHTS -> {}
      }
    }
    return call.op().returnsHandle() ? Terms.with(changed, OUT, Terms.number(out)) : changed;
  }

  private static Value argument(Call call, int index) {
    long raw = call.argument(index);
    return switch (call.op().parameters().get(index).kind()) {
      case HANDLE, U32, U64, I64 -> Terms.number((int) raw);
      case TIME -> Terms.string(Deadline.of(raw).name());
      case OPTIONS, RIGHTS ->
          Terms.strings(Constants.names(call.op(), call.parameters().get(index).kind(), raw));
    };
  }

  /** The record that {@link #stimulus} reads. */
  static Value record(Stimulus stimulus) {
    return Terms.record(
        Map.of(
            "thread", Terms.string(stimulus.thread()),
            "op", Terms.string(stimulus.op()),
            "args", arguments(stimulus)));
  }

  static Stimulus stimulus(Value record) {
    String thread = Terms.text(Terms.field(record, "thread"));
    String name = Terms.text(Terms.field(record, "op"));
    if (name.equals(EXPIRE)) {
      return Stimulus.expire(thread);
    }
    Op op = Op.named(name).orElseThrow();
    Value arguments = Terms.field(record, "args");
    boolean isNull = op.takesPointer() && Terms.isTrue(Terms.field(arguments, NULL));
    long[] raw =
        op.parameters(isNull).stream()
            .mapToLong(parameter -> raw(op, parameter, Terms.field(arguments, parameter.name())))
            .toArray();
    Value out = Terms.optionalField(arguments, OUT);
    return new Stimulus(thread, Call.of(op, isNull, raw), out == null ? 0 : Terms.integer(out));
  }

  private static long raw(Op op, Parameter parameter, Value value) {
    return switch (parameter.kind()) {
      case HANDLE, U32, U64, I64 -> Terms.integer(value);
      case TIME -> Deadline.valueOf(Terms.text(value)).raw();
      case OPTIONS, RIGHTS -> Constants.value(op, parameter.kind(), Terms.texts(value));
    };
  }

  /** A reply; its values are the small numbers that stand for them in the specification. */
  static Reply reply(Value reply) {
    String name = Terms.text(Terms.field(reply, "status"));
    int status =
        Status.parse(name).orElseThrow(() -> new SpecException("there is no status " + name));
    Value timestamp = Terms.optionalField(reply, "timestamp");
    if (timestamp != null) {
      return new Reply(status, new Reply.Timestamp(Terms.integer(timestamp)));
    }
    Value packet = Terms.optionalField(reply, "packet");
    if (packet == null) {
      return Reply.of(status);
    }
    int key = Terms.integer(Terms.field(packet, "key"));
    return Terms.text(Terms.field(packet, "type")).equals("USER")
        ? Reply.userPacket(key, Terms.integer(Terms.field(packet, "payload")))
        : Reply.interruptPacket(key, Terms.integer(Terms.field(packet, "timestamp")));
  }
}
