package bindcheck.history.linear;

import bindcheck.history.Event;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A stretch of a history, held in memory; never empty.
 *
 * @param first the number of its first event in the history, from 0
 * @param items its events
 * @param isLastOfKernel whether the history ends after it, or goes on with a fresh kernel
 * @param ahead events that come after it, as far as they are known
 */
public record Section(long first, List<Item> items, boolean isLastOfKernel, List<Item> ahead) {
  /** More than are needed for what is in the kernel to be shown, as a rule. */
  private static final int MOST_AHEAD = 1_000;

  /** A section of which it is not known how the history goes on. */
  public Section(long first, List<Item> items, boolean isLastOfKernel) {
    this(first, items, isLastOfKernel, List.of());
  }

  /**
   * One event.
   *
   * @param call the call that it is about; null where it is about none
   */
  public record Item(Event event, Operation call) {
    public boolean isNothing() {
      return event == null;
    }
  }

  /** Stands where an event is left out, so that the others keep their numbers. */
  public static final Item NOTHING = new Item(null, null);

  public long end() {
    return first + items.size();
  }

  /** The event of that number in the history. */
  public Item item(long event) {
    return items.get((int) (event - first));
  }

  /**
   * The calls in progress at an event, by thread.
   *
   * @param begun those in progress at the beginning
   */
  public SortedMap<String, Operation> openAt(long event, Operation[] begun) {
    SortedMap<String, Operation> open = new TreeMap<>();
    Stream.of(begun).filter(Objects::nonNull).forEach(call -> open.put(call.name, call));
    for (Item item : items.subList(0, (int) (event - first))) {
      if (item.event() instanceof Event.Called called) {
        open.put(called.thread(), item.call());
      } else if (item.event() instanceof Event.Returned returned) {
        open.remove(returned.thread());
      } else if (item.event() instanceof Event.Reset) {
        open.clear();
      }
    }
    return open;
  }

  /** The calls that its events are about, each once, in the order in which they come. */
  public List<Operation> calls() {
    List<Operation> calls = new ArrayList<>(items.size() / 2 + 1);
    Set<Operation> before = new HashSet<>();
    for (Item item : items) {
      boolean begins = item.event() instanceof Event.Called;
      if (item.call() != null && (begins || (!begun(item.call()) && before.add(item.call())))) {
        calls.add(item.call());
      }
    }
    return calls;
  }

  /** The same, when it is known what comes next. */
  public Section followedBy(Section next) {
    int most = Math.min(MOST_AHEAD, next.items.size());
    return new Section(first, items, isLastOfKernel, next.items.subList(0, most));
  }

  /** The same, as if the history ended with it. */
  public Section alone() {
    return ahead.isEmpty() ? this : new Section(first, items, isLastOfKernel);
  }

  /** It and what is known to come after it, as one. */
  Section extended() {
    return ahead.isEmpty() ? this : new Section(first, joined(ahead), isLastOfKernel);
  }

  /** It and the one that comes after it, as one. */
  public Section joined(Section next) {
    return new Section(first, joined(next.items), next.isLastOfKernel, next.ahead);
  }

  private List<Item> joined(List<Item> more) {
    List<Item> all = new ArrayList<>(items.size() + more.size());
    all.addAll(items);
    all.addAll(more);
    return all;
  }

  /** Whether the call begins here. */
  boolean begun(Operation call) {
    return call.calledAt >= first;
  }

  /** Whether it is all that one kernel did. */
  public boolean isWhole() {
    return isLastOfKernel && items.get(0).event() instanceof Event.Reset;
  }

  public Item last() {
    return items.get(items.size() - 1);
  }

  /** The events before that one. */
  public Section upTo(long end) {
    return new Section(first, items.subList(0, (int) (end - first)), isLastOfKernel);
  }

  /** The same with another call in the place of one, which returns what that one does. */
  public Section ending(Operation call, Operation by) {
    List<Item> changed = new ArrayList<>(items);
    changed.replaceAll(
        item -> {
          if (item.call() != call) {
            return item;
          }
          boolean returns = item.event() instanceof Event.Returned;
          return new Item(returns ? new Event.Returned(by.name, by.reply) : item.event(), by);
        });
    return new Section(first, changed, isLastOfKernel);
  }

  /** That event and those after it. */
  public Section from(long event) {
    return new Section(event, items.subList((int) (event - first), items.size()), isLastOfKernel);
  }

  /** The same without these calls, its events numbered anew. */
  public Section without(Set<Operation> left, List<String> threads) {
    return only(item -> !left.contains(item.call()), threads);
  }

  /** The same without its quiescences, but for the last event. */
  public Section withoutMarks(List<String> threads) {
    return only(item -> !(item.event() instanceof Event.Quiescent), threads);
  }

  /** The last event is kept. */
  private Section only(Predicate<Item> kept, List<String> threads) {
    SectionBuilder builder = new SectionBuilder(threads, first);
    items.subList(0, items.size() - 1).stream()
        .filter(item -> !item.isNothing() && kept.test(item))
        .forEach(builder::add);
    builder.add(last());
    return builder.cut(isLastOfKernel);
  }
}
