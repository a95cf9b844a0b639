package bindcheck.history.model;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.spec.CallStep;

/** A step of a thread's call. Where it leads is worked out when it is asked for: few are taken. */
public final class Move {
  private final Moves moves;
  private final Member from;
  private final int thread;
  private final CallStep step;
  private final int policies;

  /** What the values before it are by their numbers, and those of the handles after it. */
  final long[] known;

  final int[] raws;
  private Member to;

  Move(
      Moves moves, Member from, int thread, CallStep step, int policies, long[] known, int[] raws) {
    this.moves = moves;
    this.from = from;
    this.thread = thread;
    this.step = step;
    this.policies = policies;
    this.known = known;
    this.raws = raws;
  }

  public int thread() {
    return thread;
  }

  public CallStep step() {
    return step;
  }

  /** The number of the policies that are open after it. */
  public int policies() {
    return policies;
  }

  /** Where it leads. */
  public Member to() {
    if (to == null) {
      to = moves.after(this, from);
    }
    return to;
  }

  /** What the call returns, its packet folded; null unless it is done. */
  public Reply reply() {
    return step.reply() == null ? null : step.reply().mapValues(this::value);
  }

  /** Whether it ends the call with that reply; which handle was made does not count. */
  public boolean gives(Reply recorded) {
    Reply mine = step.reply();
    if (mine.status() != recorded.status()) {
      return false;
    }
    if (mine.output() instanceof PortPacket packet
        && recorded.output() instanceof PortPacket other) {
      return packet.type() == other.type()
          && value(packet.key()) == other.key()
          && reply().equals(recorded);
    }
    return reply().equals(recorded.withoutHandle());
  }

  private long value(long number) {
    return number == 0 ? 0 : known[(int) number - 1];
  }
}
