package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import java.util.Arrays;

/** Makes a call on an implementation in Java: what a system call's stub does in C. */
public final class Dispatch {
  private Dispatch() {}

  /**
   * Makes the call on this thread, and gives its reply when it returns.
   *
   * @param call with the values of its handles
   */
  public static Reply make(Call call, Syscalls kernel) {
    return switch (call.op()) {
      case INTERRUPT_BIND ->
          Reply.of(
              kernel.interruptBind(
                  int32(call, 0), int32(call, 1), call.argument(2), int32(call, 3)));
      case INTERRUPT_ACK -> Reply.of(kernel.interruptAck(int32(call, 0)));
      case INTERRUPT_TRIGGER ->
          Reply.of(kernel.interruptTrigger(int32(call, 0), int32(call, 1), call.argument(2)));
      case INTERRUPT_DESTROY -> Reply.of(kernel.interruptDestroy(int32(call, 0)));
      case INTERRUPT_WAIT -> waited(call, kernel);
      case PORT_QUEUE -> Reply.of(kernel.portQueue(int32(call, 0), queued(call)));
      case PORT_WAIT -> read(call, kernel);
      case HANDLE_CLOSE -> Reply.of(kernel.handleClose(int32(call, 0)));
      case INTERRUPT_CREATE, PORT_CREATE, HANDLE_DUPLICATE, HANDLE_REPLACE, EVENT_CREATE ->
          created(call, kernel);
    };
  }

  private static int int32(Call call, int index) {
    return (int) call.argument(index);
  }

  private static Reply created(Call call, Syscalls kernel) {
    int[] out = call.nullPointer() ? null : new int[1];
    int status =
        switch (call.op()) {
          case INTERRUPT_CREATE ->
              kernel.interruptCreate(int32(call, 0), int32(call, 1), int32(call, 2), out);
          case PORT_CREATE -> kernel.portCreate(int32(call, 0), out);
          case HANDLE_DUPLICATE -> kernel.handleDuplicate(int32(call, 0), int32(call, 1), out);
          case HANDLE_REPLACE -> kernel.handleReplace(int32(call, 0), int32(call, 1), out);
          case EVENT_CREATE -> kernel.eventCreate(int32(call, 0), out);
          default -> throw new IllegalArgumentException("no handle comes of " + call);
        };
    boolean written = status == Status.OK.code() && out != null;
    return written ? Reply.ok(new Reply.Handle(out[0])) : Reply.of(status);
  }

  private static Reply waited(Call call, Syscalls kernel) {
    long[] out = call.nullPointer() ? null : new long[1];
    int status = kernel.interruptWait(int32(call, 0), out);
    boolean written = status == Status.OK.code() && out != null;
    return written ? Reply.ok(new Reply.Timestamp(out[0])) : Reply.of(status);
  }

  private static Packet queued(Call call) {
    if (call.nullPointer()) {
      return null;
    }
    PortPacket queued = call.packet();
    Packet packet = new Packet();
    packet.key = queued.key();
    packet.type = queued.type();
    packet.status = queued.status();
    Arrays.setAll(packet.user, queued.payload()::word);
    return packet;
  }

  private static Reply read(Call call, Syscalls kernel) {
    Packet out = call.nullPointer() ? null : new Packet();
    int status = kernel.portWait(int32(call, 0), call.argument(1), out);
    if (status != Status.OK.code() || out == null) {
      return Reply.of(status);
    }
    boolean isInterrupt = out.type == PortPacket.INTERRUPT;
    Payload payload =
        isInterrupt ? Payload.of(out.timestamp) : Payload.of(place -> out.user[place]);
    return Reply.ok(new PortPacket(out.type, out.key, out.status, payload));
  }
}
