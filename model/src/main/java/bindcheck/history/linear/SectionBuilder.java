package bindcheck.history.linear;

import bindcheck.history.Event;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts the events of a history into sections. What a call returns is put down with the call, so
 * that whoever judges a section looks ahead; of a call that returns in a later section, {@link
 * #foresee} has to tell. What a section knows of its calls changes no more when later ones are
 * built, so that one thread can build them while another judges.
 */
public final class SectionBuilder {
  /** The most events of a section. */
  private static final int LONGEST = 10_000;

  private final Map<String, Integer> threads = new HashMap<>();
  private final Map<String, Operation> open = new HashMap<>();
  private Map<Long, Lookahead> foresight = Map.of();
  private List<Section.Item> items = new ArrayList<>();
  private long first;

  /** Begins with the first event of a history that has these threads. */
  public SectionBuilder(List<String> threads) {
    this(threads, 0);
  }

  SectionBuilder(List<String> threads, long first) {
    for (String thread : threads) {
      this.threads.put(thread, this.threads.size());
    }
    this.first = first;
  }

  /** Tells of calls, by the number of their event, what will be known of them later. */
  public SectionBuilder foresee(Map<Long, Lookahead> calls) {
    foresight = calls;
    return this;
  }

  /** Whether a section of that many events ends before this event. */
  public static boolean isCutBefore(Event event, int size) {
    return size > 0 && (event instanceof Event.Reset || size >= LONGEST);
  }

  /** How many events there are since the last cut. */
  public int size() {
    return items.size();
  }

  /** Adds the next event. */
  public void add(Event event) {
    long number = first + items.size();
    Operation call = null;
    if (event instanceof Event.Called called) {
      String thread = called.thread();
      call = new Operation(threads.get(thread), thread, called.call(), number);
      Lookahead known = foresight.get(number);
      if (known != null) {
        call.returns(known.reply(), known.returnsAt());
        call.blockedAt = known.blockedAt();
      }
      open.put(thread, call);
    } else if (event instanceof Event.Returned returned) {
      call = open.remove(returned.thread());
      if (call.returnsAt != number) {
        call.returns(returned.reply(), number);
      }
    } else if (event instanceof Event.Expired expired) {
      call = open.get(expired.thread());
    } else if (Lookahead.showsBlocked(event)) {
      open.values().forEach(blocked -> blocked.wasBlocked(number));
    }
    items.add(new Section.Item(event, call));
  }

  /** Adds an event of another section; a call that began before it stays the same object. */
  void add(Section.Item item) {
    if (item.call() != null
        && !(item.event() instanceof Event.Called)
        && !open.containsKey(item.call().name)) {
      items.add(item);
    } else {
      add(item.event());
    }
  }

  /** The events since the last cut. */
  public Section cut(boolean isLastOfKernel) {
    Section section = new Section(first, items, isLastOfKernel);
    first += items.size();
    items = new ArrayList<>();
    return section;
  }
}
