package bindcheck.history.judge;

import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.linear.Section;
import bindcheck.history.model.Member;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is put in the place of events that no execution explains, so that a history can be judged
 * beyond them. A reply becomes the allowed one that differs least, as in SibylFS's oracle; a call
 * that had to go on blocking is left out; of a wake-up that was lost, one allowed reply stands in
 * the place of the quiescence that showed it, and the call's own return counts no more.
 */
final class Mending {
  /**
   * What becomes of a call.
   *
   * @param by stands for it; null where it is left out
   * @param end the number of its last event that counts
   */
  private record Change(Operation by, long end) {}

  private final Map<Operation, Change> calls = new HashMap<>();
  private final Map<Long, Section.Item> events = new HashMap<>();

  /**
   * Notes what is to be put in the place of the event that was rejected.
   *
   * @param section as it was rejected
   * @param start a member at its beginning
   * @return false where nothing is known to be allowed there
   */
  boolean add(Section section, Member start, Rejection rejection) {
    long event = rejection.event();
    if (events.containsKey(event) || rejection.allowed().isEmpty()) {
      return false;
    }
    Section.Item item = section.item(event);
    Map.Entry<String, Reply> instead = nearestReply(rejection);
    if (item.event() instanceof Event.End) {
      events.put(event, new Section.Item(new Event.End(false), null));
    } else if (item.event() instanceof Event.Returned) {
      if (instead == null) {
        leaveOut(item.call(), event);
      } else {
        end(item.call(), event, instead.getValue(), item.call().blockedAt);
      }
    } else if (instead == null) {
      events.put(event, Section.NOTHING);
    } else {
      Operation woken = section.openAt(event, start.open).get(instead.getKey());
      end(woken, event, instead.getValue(), lastQuiescence(section, event));
    }
    return true;
  }

  /** The thread and its reply; null where nothing but waiting on is allowed. */
  private static Map.Entry<String, Reply> nearestReply(Rejection rejection) {
    return rejection.allowed().stream()
        .flatMap(allowed -> allowed.observation().replies().entrySet().stream())
        .findFirst()
        .orElse(null);
  }

  private void end(Operation call, long event, Reply reply, long blockedAt) {
    Operation by = call.ending(reply, event, blockedAt);
    calls.put(call, new Change(by, event));
    events.put(event, new Section.Item(new Event.Returned(call.name, reply), by));
  }

  private void leaveOut(Operation call, long event) {
    calls.put(call, new Change(null, -1));
    events.put(event, Section.NOTHING);
  }

  private static long lastQuiescence(Section section, long event) {
    for (long i = event - 1; i >= section.first(); i--) {
      if (section.item(i).event() instanceof Event.Quiescent) {
        return i;
      }
    }
    return -1;
  }

  /** The section with what was put into it. */
  Section of(Section section) {
    if (events.isEmpty()) {
      return section;
    }
    List<Section.Item> items = new ArrayList<>(section.items().size());
    for (long i = section.first(); i < section.end(); i++) {
      Section.Item item = section.item(i);
      items.add(events.containsKey(i) ? events.get(i) : of(item, i));
    }
    return new Section(section.first(), items, section.isLastOfKernel());
  }

  private Section.Item of(Section.Item item, long event) {
    Change change = calls.get(item.call());
    if (change == null) {
      return item;
    }
    return event < change.end() ? new Section.Item(item.event(), change.by()) : Section.NOTHING;
  }

  /** Members at the beginning of a section, with what was made of calls that began before it. */
  Set<Member> of(Collection<Member> members) {
    Set<Member> mended = new LinkedHashSet<>();
    for (Member member : members) {
      Member to = member;
      for (int t = 0; t < member.open.length; t++) {
        Change change = calls.get(member.open[t]);
        if (change != null) {
          to = to.with(t, change.by() == null ? Member.IDLE : member.calls[t], change.by());
        }
      }
      mended.add(to);
    }
    return mended;
  }
}
