package bindcheck.history.judge;

import bindcheck.history.Event;
import bindcheck.history.linear.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says the events of a history in the notation of scripts; a handle is its value in hex. */
final class Narration {
  private Narration() {}

  /** One event, with the call that it is about. */
  static String of(Section.Item item) {
    Event event = item.event();
    if (event instanceof Event.Called called) {
      return called.thread() + ": " + called.call();
    }
    if (event instanceof Event.Returned returned) {
      return returned.thread() + ": " + item.call().call + " returns " + returned.reply();
    }
    if (event instanceof Event.Expired expired) {
      return expired.thread() + ": the deadline passes";
    }
    if (event instanceof Event.Reset) {
      return "a fresh kernel";
    }
    if (event instanceof Event.End end && !end.quiescent()) {
      return "the end, with calls running";
    }
    return event instanceof Event.End
        ? "the end: whatever has not returned is blocked"
        : "quiescence: whatever has not returned is blocked";
  }

  /** A quiescence or the end, with the threads that were seen to be blocked there. */
  static String blocked(Section.Item item, Collection<String> threads) {
    String where = item.event() instanceof Event.End ? "at the end" : "at a quiescence";
    String who = threads.isEmpty() ? "no thread" : String.join(", ", threads);
    return who + (threads.size() > 1 ? " are" : " is") + " blocked " + where;
  }

  /** What the event has in common with others: the name of the call, the status. */
  static String kind(Section.Item item) {
    return item.event() instanceof Event.Returned returned
        ? item.call().call.op().scriptName() + " returns " + returned.reply().kind()
        : "whatever has not returned is blocked";
  }

  /** The events, a call that returns at once on one line. */
  static List<String> of(Section section) {
    List<String> lines = new ArrayList<>();
    List<Section.Item> items = section.items();
    for (int i = 0; i < items.size(); i++) {
      Section.Item item = items.get(i);
      boolean returnsNext =
          item.event() instanceof Event.Called
              && i + 1 < items.size()
              && items.get(i + 1).call() == item.call()
              && items.get(i + 1).event() instanceof Event.Returned;
      if (!returnsNext) {
        lines.add(of(item));
      }
    }
    return lines;
  }
}
