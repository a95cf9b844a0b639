package bindcheck.target;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A call as it is made: handles are the values that the target gave, numbers are raw bits.
 * Immutable.
 */
public final class Invocation {
  private final Op op;
  private final long[] arguments;
  private final boolean nullPointer;

  /** A call with as many arguments as {@code op.parameters(nullPointer)}. */
  public Invocation(Op op, boolean nullPointer, long... arguments) {
    if (arguments.length != op.parameters(nullPointer).size()) {
      throw new IllegalArgumentException(
          "expected the arguments of " + op.signature(nullPointer) + ", found " + arguments.length);
    }
    if (nullPointer && !op.takesPointer()) {
      throw new IllegalArgumentException(op.scriptName() + " takes no pointer");
    }
    this.op = op;
    this.nullPointer = nullPointer;
    this.arguments = arguments.clone();
  }

  /** A call whose pointer, if it has one, is not null. */
  public static Invocation of(Op op, long... arguments) {
    return new Invocation(op, false, arguments);
  }

  /**
   * The call of a script with the target's values for its handles.
   *
   * @param handles gives the raw value of the handle of that name
   */
  public static Invocation of(Call call, ToIntFunction<String> handles) {
    long[] raw =
        call.arguments().stream()
            .mapToLong(
                argument ->
                    argument instanceof Argument.Handle handle
                        ? Integer.toUnsignedLong(handles.applyAsInt(handle.name()))
                        : ((Argument.Number) argument).raw())
            .toArray();
    return new Invocation(call.op(), call.nullPointer(), raw);
  }

  /** The same as a call of numbers. */
  public Call toCall() {
    return Call.of(op, nullPointer, arguments);
  }

  /** The call of numbers. */
  public static Invocation of(Call call) {
    long[] raw = IntStream.range(0, call.parameters().size()).mapToLong(call::argument).toArray();
    return new Invocation(call.op(), call.nullPointer(), raw);
  }

  /** Which call. */
  public Op op() {
    return op;
  }

  /** The argument at that place, from 0. */
  public long argument(int index) {
    return arguments[index];
  }

  /** Whether the call's pointer is null. */
  public boolean nullPointer() {
    return nullPointer;
  }

  /** Makes the call on this thread, and gives its reply when it returns. */
  public Reply on(Syscalls target) {
    return switch (op) {
      case INTERRUPT_CREATE -> {
        int[] out = out();
        yield created(target.interruptCreate(int32(0), int32(1), int32(2), out), out);
      }
      case INTERRUPT_BIND ->
          Reply.of(target.interruptBind(int32(0), int32(1), arguments[2], int32(3)));
      case INTERRUPT_ACK -> Reply.of(target.interruptAck(int32(0)));
      case INTERRUPT_TRIGGER -> Reply.of(target.interruptTrigger(int32(0), int32(1), arguments[2]));
      case INTERRUPT_DESTROY -> Reply.of(target.interruptDestroy(int32(0)));
      case INTERRUPT_WAIT -> waited(target);
      case PORT_CREATE -> {
        int[] out = out();
        yield created(target.portCreate(int32(0), out), out);
      }
      case PORT_QUEUE -> Reply.of(target.portQueue(int32(0), queued()));
      case PORT_WAIT -> read(target);
      case HANDLE_CLOSE -> Reply.of(target.handleClose(int32(0)));
      case HANDLE_DUPLICATE -> {
        int[] out = out();
        yield created(target.handleDuplicate(int32(0), int32(1), out), out);
      }
      case HANDLE_REPLACE -> {
        int[] out = out();
        yield created(target.handleReplace(int32(0), int32(1), out), out);
      }
      case EVENT_CREATE -> {
        int[] out = out();
        yield created(target.eventCreate(int32(0), out), out);
      }
    };
  }

  private int int32(int index) {
    return (int) arguments[index];
  }

  private int[] out() {
    return nullPointer ? null : new int[1];
  }

  private static Reply created(int status, int[] out) {
    boolean written = status == Status.OK.code() && out != null;
    return written ? Reply.ok(new Reply.Handle(out[0])) : Reply.of(status);
  }

  private Reply waited(Syscalls target) {
    long[] out = nullPointer ? null : new long[1];
    int status = target.interruptWait(int32(0), out);
    boolean written = status == Status.OK.code() && out != null;
    return written ? Reply.ok(new Reply.Timestamp(out[0])) : Reply.of(status);
  }

  private Packet queued() {
    if (nullPointer) {
      return null;
    }
    Packet packet = new Packet();
    packet.key = arguments[1];
    packet.user[0] = arguments[2];
    return packet;
  }

  private Reply read(Syscalls target) {
    Packet out = nullPointer ? null : new Packet();
    int status = target.portWait(int32(0), arguments[1], out);
    if (status != Status.OK.code() || out == null) {
      return Reply.of(status);
    }
    long value = out.type == Reply.TYPE_INTERRUPT ? out.timestamp : out.user[0];
    return Reply.ok(new Reply.Packet(out.type, out.key, out.status, value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Invocation that
        && op == that.op
        && nullPointer == that.nullPointer
        && Arrays.equals(arguments, that.arguments);
  }

  @Override
  public int hashCode() {
    return (op.hashCode() * 31 + Arrays.hashCode(arguments)) * 2 + (nullPointer ? 1 : 0);
  }

  /** The call with raw arguments, for an error message. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(op.scriptName()).append('(');
    for (int i = 0; i < arguments.length; i++) {
      boolean unsigned = op.parameters(nullPointer).get(i).kind() == Kind.U64;
      text.append(i == 0 ? "" : ", ")
          .append(unsigned ? Long.toUnsignedString(arguments[i]) : Long.toString(arguments[i]));
    }
    return text.append(nullPointer ? ", NULL)" : ")").toString();
  }
}
