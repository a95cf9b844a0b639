package bindcheck.history.linear;

import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.history.model.Member;
import bindcheck.history.model.Operation;
import bindcheck.spec.Leaving;
import bindcheck.spec.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the order in which packets leave a port demands of the calls that show them: one that is
 * shown late, or never, is in the way of all that come after it. So a member is seen to lead
 * nowhere as soon as a packet is queued where it must not be, instead of many events later, where
 * another is missed. What it rests on is said in spec/Symmetries.tla, and checked there: packets
 * leave in order, and calls of some kinds let none leave but to a reader.
 */
final class Queues {
  /** A packet as replies show it. */
  private record Packet(boolean isInterrupt, long key, long value) {
    @Override
    public int hashCode() {
      return Spread.of(Long.hashCode(key), Long.hashCode(value));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Packet packet
          && key == packet.key
          && value == packet.value
          && isInterrupt == packet.isInterrupt;
    }
  }

  /** A call that shows a packet; there is one object a call. */
  private static final class Reader {
    private final Operation call;
    private final Packet packet;

    Reader(Operation call, Packet packet) {
      this.call = call;
      this.packet = packet;
    }

    long returnsAt() {
      return call.returnsAt;
    }

    boolean isToCome(Member member, long at) {
      return returnsAt() >= at
          && !(member.open[call.thread] == call && member.calls[call.thread] == Member.DONE);
    }
  }

  private final Map<Packet, List<Reader>> readers = new HashMap<>();
  private final List<Reader> byReturn = new ArrayList<>();

  /** The calls of the kinds that show packets, whether they do or not, by their return. */
  private final List<Operation> reading = new ArrayList<>();

  /** Those that may let a packet leave and show none. */
  private final List<Operation> silent = new ArrayList<>();

  /**
   * Looks at the calls of a section.
   *
   * @param keeping the kinds of calls that let no packet leave but to a reader
   */
  Queues(Section section, Set<Op> keeping) {
    List<Operation> calls = section.calls();
    Set<Op> showing = EnumSet.noneOf(Op.class);
    for (Operation call : calls) {
      if (call.reply != null && call.reply.output() instanceof PortPacket packet) {
        add(new Reader(call, shown(packet)));
        showing.add(call.call.op());
      } else if (!keeping.contains(call.call.op())
          || call.call.nullPointer()
          || call.reply == null) {
        silent.add(call);
      }
    }
    for (Operation call : calls) {
      if (showing.contains(call.call.op())) {
        reading.add(call);
      }
    }
    reading.sort(Comparator.comparingLong(call -> call.returnsAt));
    byReturn.sort(Comparator.comparingLong(Reader::returnsAt));
  }

  private static Packet shown(PortPacket packet) {
    return new Packet(packet.type() == PortPacket.INTERRUPT, packet.key(), packet.value());
  }

  private void add(Reader reader) {
    readers.computeIfAbsent(reader.packet, packet -> new ArrayList<>(1)).add(reader);
    byReturn.add(reader);
  }

  /**
   * Whether the packets in a port are in the way of one that must be shown.
   *
   * @param at the number of the event that is waited for
   * @param horizon the number of the last event that is known
   */
  boolean block(Member member, long at, long horizon) {
    for (Leaving port : member.form.leaving()) {
      if (blocks(port, member, at, horizon)) {
        return true;
      }
    }
    return false;
  }

  private boolean blocks(Leaving port, Member member, long at, long horizon) {
    List<Reader> queued = new ArrayList<>(port.size());
    boolean isKnown = true;
    long afterInterrupts = at;
    long afterAll = at;
    for (int i = 0; i < port.size(); i++) {
      Packet packet = packet(port, i, member);
      Reader first = null;
      int left = 0;
      for (Reader reader : readers.getOrDefault(packet, List.of())) {
        if (reader.isToCome(member, at)) {
          first = first == null ? reader : first;
          left++;
        }
      }
      if (left == 0 || (left == 1 && queued.contains(first))) {
        afterAll = Operation.NEVER;
      } else if (left > 1 || first.returnsAt() > horizon || !readsFrom(port, first, member)) {
        isKnown = false;
      } else {
        if (first.returnsAt() < afterAll && !isSilent(at, horizon, first.returnsAt())) {
          return true;
        }
        afterAll = Math.max(afterAll, first.call.calledAt);
        queued.add(first);
      }
      if (packet.isInterrupt()) {
        afterInterrupts = afterAll;
      }
    }
    return isKnown && blocksLater(port, queued, afterInterrupts, afterAll, member, at, horizon);
  }

  /** Whether a packet that is yet to be queued will be shown before what it must wait for. */
  private boolean blocksLater(
      Leaving port,
      List<Reader> queued,
      long afterInterrupts,
      long afterAll,
      Member member,
      long at,
      long horizon) {
    for (int i = firstAt(at); i < byReturn.size(); i++) {
      Reader reader = byReturn.get(i);
      if (reader.returnsAt() >= afterAll || reader.returnsAt() > horizon) {
        return false;
      }
      long after = reader.packet.isInterrupt() ? afterInterrupts : afterAll;
      if (reader.returnsAt() < after
          && !queued.contains(reader)
          && reader.isToCome(member, at)
          && readsFrom(port, reader, member)) {
        return !isSilent(at, horizon, reader.returnsAt());
      }
    }
    return false;
  }

  /** The first of the readers that have not returned before an event. */
  private int firstAt(long at) {
    int low = 0;
    int high = byReturn.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byReturn.get(middle).returnsAt() < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Packet packet(Leaving port, int place, Member member) {
    return new Packet(
        place < port.interrupts(),
        value(port.keys()[place], member),
        value(port.values()[place], member));
  }

  private static long value(int number, Member member) {
    return number == 0 ? 0 : member.values[number - 1];
  }

  private static boolean readsFrom(Leaving port, Reader reader, Member member) {
    return port.isReferredTo(member.handle(reader.call.handles[0]));
  }

  /** Whether, before an event, a call may let a packet leave that is not known to show it. */
  private boolean isSilent(long at, long horizon, long before) {
    for (Operation call : silent) {
      if (call.returnsAt >= at && call.calledAt < before) {
        return true;
      }
    }
    for (int i = reading.size() - 1; i >= 0 && reading.get(i).returnsAt > horizon; i--) {
      if (reading.get(i).calledAt < before) {
        return true;
      }
    }
    return false;
  }
}
