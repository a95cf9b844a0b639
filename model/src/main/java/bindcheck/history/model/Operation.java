package bindcheck.history.model;

import bindcheck.call.Constants;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.Parameter;
import bindcheck.call.Reply;
import bindcheck.spec.Stimulus;
import bindcheck.spec.Terms;
import bindcheck.target.Invocation;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tlc2.value.impl.Value;

/** A call as the history has it: its thread, its arguments, and what is known of its return. */
public final class Operation {
  /** Where a call's return is not in the history. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final String OUT = "out";

  public final int thread;
  public final String name;
  public final Invocation call;

  /** The handles and the 64-bit values among the arguments, as the history has them. */
  public final int[] handles;

  public final long[] values;

  private final List<Parameter> parameters;

  /** What the call returns, and the number of that event; null and {@link #NEVER} without one. */
  public Reply reply;

  public long returnsAt = NEVER;

  /** The number of the last event at which the call was seen to be blocked; -1 without one. */
  public long blockedAt = -1;

  public Operation(int thread, String name, Invocation call) {
    this.thread = thread;
    this.name = name;
    this.call = call;
    this.parameters = call.op().parameters(call.nullPointer());
    this.handles = new int[count(Kind.HANDLE)];
    this.values = new long[count(Kind.U32) + count(Kind.U64) + count(Kind.I64)];
    int handle = 0;
    int value = 0;
    for (int i = 0; i < parameters.size(); i++) {
      switch (parameters.get(i).kind()) {
        case HANDLE -> handles[handle++] = (int) call.argument(i);
        case U32, U64, I64 -> values[value++] = call.argument(i);
        case TIME, OPTIONS, RIGHTS -> {}
      }
    }
  }

  /** The same call, but one that ends like this. */
  public Operation ending(Reply with, long at, long lastBlockedAt) {
    Operation other = new Operation(thread, name, call);
    other.reply = with;
    other.returnsAt = at;
    other.blockedAt = lastBlockedAt;
    return other;
  }

  private int count(Kind kind) {
    return (int) parameters.stream().filter(parameter -> parameter.kind() == kind).count();
  }

  public boolean mentions(int rawHandle) {
    for (int handle : handles) {
      if (handle == rawHandle) {
        return true;
      }
    }
    return false;
  }

  /** The value of the handle that the call makes, where the history tells; else 0. */
  public int madeHandle() {
    return reply != null && reply.output() instanceof Reply.Handle made ? made.raw() : 0;
  }

  /** The call as far as its beginning depends on it: equal for calls that begin alike. */
  Invocation pattern() {
    long[] arguments = new long[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      switch (parameters.get(i).kind()) {
        case HANDLE, U32, U64, I64 -> arguments[i] = 0;
        case TIME -> arguments[i] = Deadline.of(call.argument(i)).raw();
        case OPTIONS, RIGHTS -> arguments[i] = call.argument(i);
      }
    }
    return new Invocation(call.op(), call.nullPointer(), arguments);
  }

  /** The call as it begins, its arguments blank: handles, values and the new handle are 0. */
  public Stimulus blank() {
    SortedMap<String, Value> args = new TreeMap<>();
    for (int i = 0; i < call.op().parameters().size(); i++) {
      Parameter parameter = call.op().parameters().get(i);
      args.put(
          parameter.name(),
          i < parameters.size() ? blank(parameter.kind(), call.argument(i)) : Terms.number(0));
    }
    if (call.op().takesPointer()) {
      args.put("null", Terms.truth(call.nullPointer()));
    }
    if (call.op().returnsHandle()) {
      args.put(OUT, Terms.number(0));
    }
    return new Stimulus("", call.op().scriptName(), Terms.record(args));
  }

  private Value blank(Kind kind, long raw) {
    return switch (kind) {
      case HANDLE, U32, U64, I64 -> Terms.number(0);
      case TIME -> Terms.string(Deadline.of(raw).name());
      case OPTIONS, RIGHTS -> Terms.strings(Constants.names(call.op(), kind, raw));
    };
  }

  /** Puts numbers in the place of what {@link #blank} left blank. */
  public void fill(
      SortedMap<String, Value> args, int out, int[] handleNumbers, int[] valueNumbers) {
    int handle = 0;
    int value = 0;
    for (Parameter parameter : parameters) {
      switch (parameter.kind()) {
        case HANDLE -> args.put(parameter.name(), Terms.number(handleNumbers[handle++]));
        case U32, U64, I64 -> args.put(parameter.name(), Terms.number(valueNumbers[value++]));
        case TIME, OPTIONS, RIGHTS -> {}
      }
    }
    args.computeIfPresent(OUT, (name, blank) -> Terms.number(out));
  }
}
