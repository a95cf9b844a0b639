package bindcheck.history.linear;

import bindcheck.call.PortPacket;
import bindcheck.history.Event;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * A guess at the order in which calls took what they show: one that agrees with the order in time
 * of the calls that show something, and with that of the calls that brought it, as if all went
 * through queues. A search that follows it errs less; whether it is right the search decides.
 */
final class Succession {
  /** A call that shows a value, and the call that brought the value. */
  private record Showing(
      Operation shows, long calledAt, Operation brings, long broughtFrom, long broughtBy) {
    /** Values of one type stand in one queue. */
    Object type() {
      return shows.reply.output() instanceof PortPacket packet ? packet.type() : "";
    }
  }

  /** Those of a queue, in the order in which they can have been brought. */
  private static final class Queue {
    private final List<Showing> byBegin = new ArrayList<>();
    private final PriorityQueue<Showing> byEnd =
        new PriorityQueue<>(Comparator.comparingLong(Showing::broughtBy));
    private int next;
  }

  private final Map<Operation, Long> places = new HashMap<>();
  private final Map<Operation, Long> calledAt = new HashMap<>();
  private final Comparator<Showing> preference;

  /**
   * Guesses.
   *
   * @param showing the calls that show each value
   * @param random draws one of several orders; null for the one by the returns
   */
  Succession(Section section, Map<Long, List<Operation>> showing, Random random) {
    this.preference = preference(random);
    Map<Long, Operation> brings = new HashMap<>();
    for (int i = 0; i < section.items().size(); i++) {
      Section.Item item = section.items().get(i);
      if (item.event() instanceof Event.Called) {
        calledAt.put(item.call(), section.first() + i);
        for (long value : item.call().values) {
          brings.putIfAbsent(value, item.call());
        }
      }
    }
    Map<Operation, Showing> all = new LinkedHashMap<>();
    showing.forEach(
        (value, calls) -> {
          if (calls.size() == 1 && calls.get(0).returnsAt != Operation.NEVER) {
            all.putIfAbsent(calls.get(0), showing(calls.get(0), brings.get(value)));
          }
        });
    place(List.copyOf(all.values()));
    showing.forEach((value, calls) -> placeAhead(brings.get(value), calls));
  }

  /** What several calls show must be there for the first of them. */
  private void placeAhead(Operation brings, List<Operation> shows) {
    shows.stream()
        .mapToLong(this::of)
        .filter(place -> place != Operation.NEVER && brings != null)
        .min()
        .ifPresent(least -> places.putIfAbsent(brings, least - 1));
  }

  private static Comparator<Showing> preference(Random random) {
    if (random == null) {
      return Comparator.comparingLong(showing -> showing.shows().returnsAt);
    }
    Map<Operation, Integer> drawn = new HashMap<>();
    return Comparator.comparingInt(
        showing -> drawn.computeIfAbsent(showing.shows(), call -> random.nextInt()));
  }

  private Showing showing(Operation shows, Operation brings) {
    return brings == null
        ? new Showing(shows, begun(shows), null, -1, -1)
        : new Showing(shows, begun(shows), brings, begun(brings), brings.returnsAt);
  }

  private long begun(Operation call) {
    return calledAt.getOrDefault(call, -1L);
  }

  /** The place of a call, from 0; NEVER where it neither shows nor brings what another shows. */
  long of(Operation call) {
    return places.getOrDefault(call, Operation.NEVER);
  }

  /** Places one after the other of those that no other has to come before. */
  private void place(List<Showing> all) {
    Map<Object, Queue> queues = new HashMap<>();
    PriorityQueue<Showing> byReturn = by(showing -> showing.shows().returnsAt);
    List<Showing> waiting = sorted(all, Showing::calledAt);
    for (Showing showing : sorted(all, Showing::broughtFrom)) {
      Queue queue = queues.computeIfAbsent(showing.type(), type -> new Queue());
      queue.byBegin.add(showing);
      queue.byEnd.add(showing);
      byReturn.add(showing);
    }
    Map<Showing, Integer> reasons = new HashMap<>();
    PriorityQueue<Showing> ready = new PriorityQueue<>(preference);
    int nextCall = 0;
    for (int left = all.size(); left > 0; ) {
      long shownBy = first(byReturn, showing -> showing.shows().returnsAt);
      while (nextCall < waiting.size() && waiting.get(nextCall).calledAt() <= shownBy) {
        isReady(waiting.get(nextCall++), reasons, ready);
      }
      for (Queue queue : queues.values()) {
        long broughtBy = first(queue.byEnd, Showing::broughtBy);
        while (queue.next < queue.byBegin.size()
            && queue.byBegin.get(queue.next).broughtFrom() <= broughtBy) {
          isReady(queue.byBegin.get(queue.next++), reasons, ready);
        }
      }
      Showing next = ready.isEmpty() ? byReturn.peek() : ready.poll();
      if (isPlaced(next)) {
        continue;
      }
      put(next);
      left--;
    }
  }

  private static PriorityQueue<Showing> by(ToLongFunction<Showing> key) {
    return new PriorityQueue<>(Comparator.comparingLong(key));
  }

  private static List<Showing> sorted(List<Showing> all, ToLongFunction<Showing> key) {
    return all.stream().sorted(Comparator.comparingLong(key)).toList();
  }

  /** Of those that are not placed yet, the least. */
  private long first(PriorityQueue<Showing> queue, ToLongFunction<Showing> key) {
    while (!queue.isEmpty() && isPlaced(queue.peek())) {
      queue.poll();
    }
    return queue.isEmpty() ? Operation.NEVER : key.applyAsLong(queue.peek());
  }

  private boolean isPlaced(Showing showing) {
    return places.containsKey(showing.shows());
  }

  /** It is where both the call that shows it and the one that brought it may come next. */
  private static void isReady(
      Showing showing, Map<Showing, Integer> reasons, PriorityQueue<Showing> ready) {
    if (reasons.merge(showing, 1, Integer::sum) == 2) {
      ready.add(showing);
    }
  }

  private void put(Showing showing) {
    long place = 2L * places.size();
    if (showing.brings() != null) {
      places.putIfAbsent(showing.brings(), place);
    }
    places.put(showing.shows(), place + 1);
  }
}
