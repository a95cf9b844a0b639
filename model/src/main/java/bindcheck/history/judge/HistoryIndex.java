package bindcheck.history.judge;

import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryReader;
import bindcheck.history.linear.Lookahead;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.history.model.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A first reading of a history: whether it is one at all, its threads, and what is to be foreseen
 * of calls that return in a later section. Holds little, however long the history is.
 *
 * @param events how many events there are
 * @param calls how many of them are calls
 */
record HistoryIndex(
    Header header, List<String> threads, Map<Long, Lookahead> foresight, long events, long calls) {

  /** Reads the whole file. */
  static HistoryIndex of(Path file) {
    try (HistoryReader reader = new HistoryReader(file)) {
      return new Reading(reader).index();
    }
  }

  private static final class Reading {
    private final HistoryReader reader;
    private final Set<String> threads = new LinkedHashSet<>();
    private final Map<String, Long> open = new HashMap<>();
    private final Map<Long, Long> blockedAt = new HashMap<>();
    private final Map<Long, Lookahead> foresight = new HashMap<>();
    private long number;
    private long calls;
    private int size;

    Reading(HistoryReader reader) {
      this.reader = reader;
    }

    HistoryIndex index() {
      for (Event event = reader.next(); event != null; event = reader.next()) {
        if (SectionBuilder.isCutBefore(event, size)) {
          open.values().forEach(call -> blockedAt.putIfAbsent(call, -1L));
          size = 0;
        }
        read(event);
        number++;
        size++;
      }
      blockedAt.forEach(
          (call, at) -> foresight.put(call, new Lookahead(null, Operation.NEVER, at)));
      return new HistoryIndex(reader.header(), new ArrayList<>(threads), foresight, number, calls);
    }

    private void read(Event event) {
      if (event instanceof Event.Called called) {
        threads.add(called.thread());
        open.put(called.thread(), number);
        calls++;
      } else if (event instanceof Event.Returned returned) {
        long call = open.remove(returned.thread());
        Long at = blockedAt.remove(call);
        if (at != null) {
          foresight.put(call, new Lookahead(returned.reply(), number, at));
        }
      } else if (Lookahead.showsBlocked(event)) {
        blockedAt.replaceAll((call, at) -> number);
      }
    }
  }
}
