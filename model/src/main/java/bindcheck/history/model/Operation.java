package bindcheck.history.model;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Kind;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;

/** A call as the history has it: its thread, its arguments, and what is known of its return. */
public final class Operation {
  /** Where a call's return is not in the history. */
  public static final long NEVER = Long.MAX_VALUE;

  public final int thread;
  public final String name;
  public final Call call;

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

  public Operation(int thread, String name, Call call) {
    this.thread = thread;
    this.name = name;
    this.call = call;
    this.handles = new int[count(Kind.HANDLE)];
    this.values = new long[count(Kind.U32) + count(Kind.U64) + count(Kind.I64)];
    Call folded = call.folded();
    long[] rest = new long[call.parameters().size()];
    int handle = 0;
    int value = 0;
    for (int i = 0; i < rest.length; i++) {
      long raw = folded.argument(i);
      switch (call.parameters().get(i).kind()) {
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
    Operation other = new Operation(thread, name, call);
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

  private int count(Kind kind) {
    return (int) call.parameters().stream().filter(parameter -> parameter.kind() == kind).count();
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
