package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether an implementation keeps one word of a packet's payload and nothing else that a
 * caller puts there, as one does that is written to try out readers and interrupts. It is then
 * asked for no more. One that keeps some of the rest is taken to mean to keep all.
 */
public final class OneWord {
  private static final Set<Op> NEEDED = Set.of(Op.PORT_CREATE, Op.PORT_QUEUE, Op.PORT_WAIT);
  private static final String THREAD = "main";
  private static final long KEY = 5;

  private OneWord() {}

  /** Asks a fresh kernel, which is given up; one that fails is taken to keep all. */
  public static boolean isAllThatIsKept(Target target) {
    if (!target.support().calls().containsAll(NEEDED)) {
      return false;
    }
    try {
      target.reset();
      Optional<Reply.Output> port = output(target, Call.of(Op.PORT_CREATE, 0));
      return port.isPresent()
          && port.get() instanceof Reply.Handle handle
          && isAllThatIsKept(target, Integer.toUnsignedLong(handle.raw()));
    } catch (TargetException isForOthersToFind) {
      return false;
    } finally {
      target.abandon();
    }
  }

  private static boolean isAllThatIsKept(Target target, long port) {
    PortPacket whole = new PortPacket(PortPacket.USER, KEY, -1, new Payload(1, 2, 3, 4));
    output(target, Call.of(Op.PORT_QUEUE, port, 0, 0).withPacket(whole));
    return output(target, Call.of(Op.PORT_WAIT, port, Deadline.PAST.raw()))
        .filter(PortPacket.ofUser(KEY, 1)::equals)
        .isPresent();
  }

  /** What the call wrote; empty where it is blocked. */
  private static Optional<Reply.Output> output(Target target, Call call) {
    if (target.blocked().contains(THREAD)) {
      return Optional.empty();
    }
    target.start(THREAD, call);
    return Optional.ofNullable(target.quiesce().get(THREAD)).map(Reply::output);
  }
}
