package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a target can be asked for.
 *
 * @param calls those that it has
 * @param expire whether it can let a deadline pass when told to
 * @param wholePackets whether the packets that it is given, and gives, have a status and four words
 *     of payload; else there is one word, and a status only in what it gives
 */
public record Support(Set<Op> calls, boolean expire, boolean wholePackets) {
  /** Everything. */
  public static final Support ALL = new Support(EnumSet.allOf(Op.class), true);

  /** Whole packets, and these calls. */
  public Support(Set<Op> calls, boolean expire) {
    this(calls, expire, true);
  }

  /** Keeps a copy. */
  public Support {
    Set<Op> copy = EnumSet.noneOf(Op.class);
    copy.addAll(calls);
    calls = Collections.unmodifiableSet(copy);
  }

  /** Whether the call can be made and, where it may block, what would release it as well. */
  public boolean canMake(Call call) {
    if (!calls.contains(call.op()) || !canCarry(call)) {
      return false;
    }
    if (!call.op().mayBlock()) {
      return true;
    }
    return switch (call.deadline()) {
      case PAST -> true;
      case FINITE -> expire;
      case INFINITE -> calls.contains(call.op().releasedBy().orElseThrow());
    };
  }

  /** Whether all of the packet that the call queues, if it queues one, would reach the target. */
  public boolean canCarry(Call call) {
    return wholePackets || !call.hasWholePacket();
  }

  /** The names of all that it has not; empty where it has everything. */
  public List<String> missing() {
    Stream<String> names =
        Arrays.stream(Op.values()).filter(op -> !calls.contains(op)).map(Op::scriptName);
    return Stream.concat(names, Stream.of(Statement.EXPIRE).filter(word -> !expire)).toList();
  }

  /** The names of those of the calls that it has not, with commas; empty where it has them all. */
  public String missing(Set<Op> needed) {
    return needed.stream()
        .filter(op -> !calls.contains(op))
        .map(Op::scriptName)
        .collect(Collectors.joining(", "));
  }
}
