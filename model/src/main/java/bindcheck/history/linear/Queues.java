package bindcheck.history.linear;

import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.history.Event;
import bindcheck.history.model.Member;
import bindcheck.history.model.Operation;
import bindcheck.spec.Leaving;
import bindcheck.spec.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  /** A call and when it begins. */
  private record Begun(Operation call, long calledAt) {}

  /** A call that shows a packet. */
  private record Reader(Operation call, Packet packet, long calledAt) {
    long returnsAt() {
      return call.returnsAt;
    }

    /** There is one object a call. */
    @Override
    public int hashCode() {
      return Long.hashCode(calledAt);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    boolean isToCome(Member member, long at) {
      return returnsAt() >= at
          && !(member.open[call.thread] == call && member.calls[call.thread] == Member.DONE);
    }
  }

  private final Map<Packet, List<Reader>> readers = new HashMap<>();
  private final List<Reader> byReturn = new ArrayList<>();

  /** The calls of the kinds that show packets, whether they do or not, by their return. */
  private final List<Begun> reading = new ArrayList<>();

  /** When calls begin that may let a packet leave and show none. */
  private final Map<Operation, Long> silent = new HashMap<>();

  /**
   * Looks at the calls of a section.
   *
   * @param keeping the kinds of calls that let no packet leave but to a reader
   */
  Queues(Section section, Set<Op> keeping) {
    Map<Operation, Long> begun = new LinkedHashMap<>();
    for (long at = section.first(); at < section.end(); at++) {
      Section.Item item = section.item(at);
      if (item.call() != null) {
        begun.putIfAbsent(item.call(), item.event() instanceof Event.Called ? at : -1);
      }
    }
    Set<Op> showing = EnumSet.noneOf(Op.class);
    begun.forEach(
        (call, calledAt) -> {
          if (call.reply != null && call.reply.output() instanceof PortPacket packet) {
            add(new Reader(call, shown(packet), calledAt));
            showing.add(call.call.op());
          } else if (!keeping.contains(call.call.op())
              || call.call.nullPointer()
              || call.reply == null) {
            silent.put(call, calledAt);
          }
        });
    begun.forEach(
        (call, calledAt) -> {
          if (showing.contains(call.call.op())) {
            reading.add(new Begun(call, calledAt));
          }
        });
    reading.sort(Comparator.comparingLong(begins -> begins.call().returnsAt));
    byReturn.sort(Comparator.comparingLong(Reader::returnsAt));
  }

  private static Packet shown(PortPacket packet) {
    return new Packet(packet.type() == PortPacket.INTERRUPT, packet.key(), packet.value());
  }

  private void add(Reader reader) {
    readers.computeIfAbsent(reader.packet(), packet -> new ArrayList<>()).add(reader);
    byReturn.add(reader);
  }

  /**
   * Whether the packets in a port are in the way of one that must be shown.
   *
   * @param at the number of the event that is waited for
   * @param horizon the number of the last event that is known
   */
  boolean block(Member member, long at, long horizon) {
    return member.form.leaving().stream().anyMatch(port -> blocks(port, member, at, horizon));
  }

  private boolean blocks(Leaving port, Member member, long at, long horizon) {
    Set<Reader> queued = new HashSet<>();
    boolean isKnown = true;
    long afterInterrupts = at;
    long afterAll = at;
    for (int i = 0; i < port.size(); i++) {
      Packet packet = packet(port, i, member);
      List<Reader> left =
          readers.getOrDefault(packet, List.of()).stream()
              .filter(reader -> reader.isToCome(member, at))
              .toList();
      if (left.isEmpty() || (left.size() == 1 && queued.contains(left.get(0)))) {
        afterAll = Operation.NEVER;
      } else if (left.size() > 1
          || left.get(0).returnsAt() > horizon
          || !readsFrom(port, left.get(0), member)) {
        isKnown = false;
      } else {
        Reader reader = left.get(0);
        if (reader.returnsAt() < afterAll && !isSilent(at, horizon, reader.returnsAt())) {
          return true;
        }
        afterAll = Math.max(afterAll, reader.calledAt());
        queued.add(reader);
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
      Set<Reader> queued,
      long afterInterrupts,
      long afterAll,
      Member member,
      long at,
      long horizon) {
    for (int i = firstAt(at); i < byReturn.size(); i++) {
      Reader reader = byReturn.get(i);
      if (reader.returnsAt() >= Math.min(afterAll, horizon)) {
        return false;
      }
      long after = reader.packet().isInterrupt() ? afterInterrupts : afterAll;
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
    return port.isReferredTo(member.handle(reader.call().handles[0]));
  }

  /** Whether, before an event, a call may let a packet leave that is not known to show it. */
  private boolean isSilent(long at, long horizon, long before) {
    for (Map.Entry<Operation, Long> call : silent.entrySet()) {
      if (call.getKey().returnsAt >= at && call.getValue() < before) {
        return true;
      }
    }
    for (int i = reading.size() - 1; i >= 0 && reading.get(i).call().returnsAt > horizon; i--) {
      if (reading.get(i).calledAt() < before) {
        return true;
      }
    }
    return false;
  }
}
