package bindcheck.history.judge;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.linear.Section;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Leaves calls out of a section that fails at its last event, as long as it fails there, in the
 * same way, and nowhere before (delta debugging; Zeller and Hildebrandt, 2002). Where the last
 * event gives a value, a call that brought that value stays. What remains need not be what the
 * target would do by itself, but is a contradiction by itself.
 */
final class Shrinking {
  private static final int MOST_IN_PAIRS = 40;

  private final List<String> threads;
  private final Predicate<Section> fails;

  Shrinking(List<String> threads, Predicate<Section> fails) {
    this.threads = threads;
    this.fails = fails;
  }

  Section shrink(Section section) {
    Section best = section.withoutMarks(threads);
    if (!fails.test(best)) {
      best = section;
    }
    for (int size = Math.max(1, calls(best).size() / 2); size >= 1; size /= 2) {
      best = withoutStretches(best, size);
    }
    return best;
  }

  /** Leaves out stretches of that many calls, the latest first. */
  private Section withoutStretches(Section section, int size) {
    Section best = section;
    for (int end = calls(best).size(); end > 0; end -= size) {
      best = without(best, calls(best).subList(Math.max(0, end - size), end));
    }
    return best;
  }

  /**
   * Leaves out any two calls: a trigger, say, and the call that reads its packet. Nothing is left
   * out of a section that is too long for that.
   */
  Section withoutPairs(Section section) {
    if (calls(section).size() > MOST_IN_PAIRS) {
      return section;
    }
    Section best = section;
    for (int i = calls(best).size() - 1; i > 0; i--) {
      for (int j = Math.min(i, calls(best).size()) - 1; j >= 0 && i < calls(best).size(); j--) {
        List<Operation> calls = calls(best);
        best = without(best, List.of(calls.get(i), calls.get(j)));
      }
    }
    return best;
  }

  private Section without(Section section, List<Operation> some) {
    Set<Operation> left = new HashSet<>(some);
    left.remove(section.last().call());
    if (left.isEmpty()) {
      return section;
    }
    Section part = section.without(left, threads);
    return wanted(part).equals(wanted(section)) && fails.test(part) ? part : section;
  }

  /** The values of the last reply that some call has brought. */
  private static Set<Long> wanted(Section section) {
    Set<Long> wanted = new HashSet<>();
    if (section.last().event() instanceof Event.Returned returned) {
      Reply.Output output = returned.reply().mapPacket(PortPacket::folded).output();
      if (output instanceof Reply.Timestamp timestamp) {
        wanted.add(timestamp.value());
      } else if (output instanceof PortPacket packet) {
        wanted.add(packet.key());
        wanted.add(packet.value());
      }
    }
    Set<Long> brought = new HashSet<>();
    calls(section).forEach(call -> LongStream.of(call.values).forEach(brought::add));
    wanted.retainAll(brought);
    return wanted;
  }

  private static List<Operation> calls(Section section) {
    Set<Operation> calls = new LinkedHashSet<>();
    section.items().forEach(item -> calls.add(item.call()));
    calls.remove(null);
    return new ArrayList<>(calls);
  }
}
