package bindcheck.history.model;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.Parameter;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A call as the history has it: its thread, its arguments, and what is known of its return. */
public final class Operation {
  /** Where a call's return is not in the history. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final Set<Kind> HANDLES = EnumSet.of(Kind.HANDLE);
  private static final Set<Kind> VALUES = EnumSet.of(Kind.U32, Kind.U64, Kind.I64);

  public final int thread;
  public final String name;
  public final Call call;

  /** The number of the event at which it begins. */
  public final long calledAt;

  /** The handles and the 64-bit values among the arguments, as the history has them. */
  public final int[] handles;

  public final long[] values;

  /**
   * The call as far as its beginning depends on it, in the specification's numbers: handles and
   * values are blank, 0, and one deadline stands for all of its kind.
   */
  public final Call pattern;

  /**
   * What the call returns, its packet folded as the specification knows it, and the number of that
   * event; null and {@link #NEVER} without one.
   */
  public Reply reply;

  public long returnsAt = NEVER;

  /** The number of the last event at which the call was seen to be blocked; -1 without one. */
  public long blockedAt = -1;

  public Operation(int thread, String name, Call call, long calledAt) {
    this.thread = thread;
    this.name = name;
    this.call = call;
    this.calledAt = calledAt;
    List<Parameter> parameters = call.parameters();
    this.handles = new int[count(parameters, HANDLES)];
    this.values = new long[count(parameters, VALUES)];
    Call folded = call.folded();
    long[] rest = new long[parameters.size()];
    int handle = 0;
    int value = 0;
    for (int i = 0; i < rest.length; i++) {
      long raw = folded.argument(i);
      switch (parameters.get(i).kind()) {
        case HANDLE -> handles[handle++] = (int) raw;
        case U32, U64, I64 -> values[value++] = raw;
        case TIME -> rest[i] = Deadline.of(raw).raw();
        case OPTIONS, RIGHTS -> rest[i] = raw;
      }
    }
    this.pattern = Call.of(call.op(), call.nullPointer(), rest);
  }

  /** The same call, but one that ends like this. */
  public Operation ending(Reply with, long at, long lastBlockedAt) {
    Operation other = new Operation(thread, name, call, calledAt);
    other.returns(with, at);
    other.blockedAt = lastBlockedAt;
    return other;
  }

  /** Notes how the call ends, if it does. */
  public void returns(Reply with, long at) {
    reply = with == null ? null : with.mapPacket(PortPacket::folded);
    returnsAt = at;
  }

  /** Notes an event at which the call was seen to be blocked. */
  public void wasBlocked(long at) {
    if (blockedAt < at) {
      blockedAt = at;
    }
  }

  private static int count(List<Parameter> parameters, Set<Kind> kinds) {
    int count = 0;
    for (Parameter parameter : parameters) {
      count += kinds.contains(parameter.kind()) ? 1 : 0;
    }
    return count;
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
}
