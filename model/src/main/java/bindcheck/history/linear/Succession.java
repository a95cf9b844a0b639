package bindcheck.history.linear;

import bindcheck.call.PortPacket;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * A guess at the order in which calls took what they show: one that agrees with the order in time
 * of the calls that show something, and with that of the calls that brought it, as if all went
 * through queues. A search that follows it errs less; whether it is right the search decides.
 */
final class Succession {
  /** A call that shows a value, and when the call that brought the value began and returned. */
  private static final class Showing {
    private final Operation shows;
    private final long calledAt;
    private final long broughtFrom;
    private final long broughtBy;
    private int reasons;
    private boolean isPlaced;

    Showing(Operation shows, long calledAt, long broughtFrom, long broughtBy) {
      this.shows = shows;
      this.calledAt = calledAt;
      this.broughtFrom = broughtFrom;
      this.broughtBy = broughtBy;
    }

    long shownBy() {
      return shows.returnsAt;
    }

    /** Values of one type stand in one queue. */
    Object type() {
      return shows.reply.output() instanceof PortPacket packet ? packet.type() : "";
    }
  }

  /** Those of a queue, in the order in which they can have been brought. */
  private static final class Queue {
    private final List<Showing> byBegin = new ArrayList<>();
    private final PriorityQueue<Showing> byEnd =
        new PriorityQueue<>(Comparator.comparingLong(showing -> showing.broughtBy));
    private int next;
  }

  private final Map<Operation, Long> places = new HashMap<>();
  private final Comparator<Showing> preference;
  private final Section section;

  /**
   * Guesses.
   *
   * @param showing the calls that show each value
   * @param random draws one of several orders; null for the one by the returns
   */
  Succession(Section section, Map<Long, List<Operation>> showing, RandomGenerator random) {
    this.preference = preference(random);
    this.section = section;
    Map<Long, Operation> brings = new HashMap<>();
    for (Operation call : section.calls()) {
      for (long value : call.values) {
        if (section.begun(call) && showing.containsKey(value)) {
          brings.putIfAbsent(value, call);
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

  /** What calls show must be there for the first of them. */
  private void placeAhead(Operation brings, List<Operation> shows) {
    shows.stream()
        .mapToLong(this::of)
        .filter(place -> place != Operation.NEVER && brings != null)
        .min()
        .ifPresent(least -> places.merge(brings, least - 1, Math::min));
  }

  private static Comparator<Showing> preference(RandomGenerator random) {
    if (random == null) {
      return Comparator.comparingLong(Showing::shownBy);
    }
    Map<Operation, Integer> drawn = new HashMap<>();
    return Comparator.comparingInt(
        showing -> drawn.computeIfAbsent(showing.shows, call -> random.nextInt()));
  }

  private Showing showing(Operation shows, Operation brings) {
    return brings == null
        ? new Showing(shows, begun(shows), -1, -1)
        : new Showing(shows, begun(shows), begun(brings), brings.returnsAt);
  }

  private long begun(Operation call) {
    return section.begun(call) ? call.calledAt : -1;
  }

  /** The place of a call, from 0; NEVER where it neither shows nor brings what another shows. */
  long of(Operation call) {
    return places.getOrDefault(call, Operation.NEVER);
  }

  /** Places one after the other of those that no other has to come before. */
  private void place(List<Showing> all) {
    Map<Object, Queue> queues = new HashMap<>();
    PriorityQueue<Showing> byReturn = by(Showing::shownBy);
    List<Showing> waiting = sorted(all, showing -> showing.calledAt);
    for (Showing showing : sorted(all, showing -> showing.broughtFrom)) {
      Queue queue = queues.computeIfAbsent(showing.type(), type -> new Queue());
      queue.byBegin.add(showing);
      queue.byEnd.add(showing);
      byReturn.add(showing);
    }
    PriorityQueue<Showing> ready = new PriorityQueue<>(preference);
    int nextCall = 0;
    for (int left = all.size(); left > 0; ) {
      long shownBy = first(byReturn, Showing::shownBy);
      while (nextCall < waiting.size() && waiting.get(nextCall).calledAt <= shownBy) {
        isReady(waiting.get(nextCall++), ready);
      }
      for (Queue queue : queues.values()) {
        long broughtBy = first(queue.byEnd, showing -> showing.broughtBy);
        while (queue.next < queue.byBegin.size()
            && queue.byBegin.get(queue.next).broughtFrom <= broughtBy) {
          isReady(queue.byBegin.get(queue.next++), ready);
        }
      }
      Showing next = ready.isEmpty() ? byReturn.peek() : ready.poll();
      if (next.isPlaced) {
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
    while (!queue.isEmpty() && queue.peek().isPlaced) {
      queue.poll();
    }
    return queue.isEmpty() ? Operation.NEVER : key.applyAsLong(queue.peek());
  }

  /** It is where both the call that shows it and the one that brought it may come next. */
  private static void isReady(Showing showing, PriorityQueue<Showing> ready) {
    if (++showing.reasons == 2) {
      ready.add(showing);
    }
  }

  private void put(Showing showing) {
    places.put(showing.shows, 2L * places.size() + 1);
    showing.isPlaced = true;
  }
}
