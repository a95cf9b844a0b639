package bindcheck.history.tlc;

import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.HistoryReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A whole history, held in memory.
 *
 * @param deadlinesRecorded whether finite deadlines pass only where an event says so
 */
public record RecordedHistory(boolean deadlinesRecorded, List<Event> events) {
  /** The calls that end a handle, if they succeed. */
  private static final Set<Op> ENDS = EnumSet.of(Op.HANDLE_CLOSE, Op.HANDLE_REPLACE);

  /** Keeps a copy. */
  public RecordedHistory {
    events = List.copyOf(events);
  }

  /**
   * Reads a file.
   *
   * @throws bindcheck.file.InputException if it is malformed
   */
  public static RecordedHistory read(Path file) {
    List<Event> events = new ArrayList<>();
    try (HistoryReader reader = new HistoryReader(file)) {
      for (Event event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
      return new RecordedHistory(reader.header().deadlinesRecorded(), events);
    }
  }

  /** The threads that make calls. */
  public SortedSet<String> threads() {
    SortedSet<String> threads = new TreeSet<>();
    events.forEach(
        event -> {
          if (event instanceof Event.Called called) {
            threads.add(called.thread());
          }
        });
    return threads;
  }

  /**
   * Why the state machine cannot tell: it knows handles by their numbers, and gives out none that
   * is in use, and not the invalid one.
   */
  Optional<String> beyond() {
    Set<Integer> inUse = new HashSet<>(Set.of(0));
    for (Event event : events) {
      if (event instanceof Event.Reset) {
        inUse.retainAll(Set.of(0));
      } else if (event instanceof Event.Called called && ENDS.contains(called.call().op())) {
        inUse.remove((int) called.call().argument(0));
        inUse.add(0);
      } else if (event instanceof Event.Returned returned
          && returned.reply().output() instanceof Reply.Handle handle
          && !inUse.add(handle.raw())) {
        return Optional.of("a call gave the value of a handle in use, which is beyond TLC here");
      }
    }
    return Optional.empty();
  }

  /** The value of the handle that a call makes, if it makes one. */
  OptionalInt made(int event) {
    String thread = ((Event.Called) events.get(event)).thread();
    for (Event later : events.subList(event, events.size())) {
      if (later instanceof Event.Returned returned && returned.thread().equals(thread)) {
        return returned.reply().output() instanceof Reply.Handle handle
            ? OptionalInt.of(handle.raw())
            : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }
}
