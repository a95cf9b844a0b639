package bindcheck.history.judge;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small thing that a history may have wrong; it stays one that threads may have made. */
enum Mutation {
  /** One reply is another. */
  REPLY {
    @Override
    List<Event> of(List<Event> events, Random random) {
      return RandomHistory.changed(events, random);
    }
  },

  /** A packet comes out where another did, so that one is read twice and one is lost. */
  DUPLICATED {
    @Override
    List<Event> of(List<Event> events, Random random) {
      return exchanged(events, random, Mutation::isPacket, false);
    }
  },

  /** Two packets come out in each other's place. */
  SWAPPED {
    @Override
    List<Event> of(List<Event> events, Random random) {
      return exchanged(events, random, Mutation::isPacket, true);
    }
  },

  /** Two replies that are no packets are each other's. */
  OF_ANOTHER_THREAD {
    @Override
    List<Event> of(List<Event> events, Random random) {
      return exchanged(events, random, event -> isReply(event) && !isPacket(event), true);
    }
  },

  /** A packet is lost: its reader found none. */
  DROPPED {
    @Override
    List<Event> of(List<Event> events, Random random) {
      List<Integer> packets = places(events, Mutation::isPacket);
      if (packets.isEmpty()) {
        return events;
      }
      int at = packets.get(random.nextInt(packets.size()));
      List<Event> mutated = new ArrayList<>(events);
      String reader = ((Event.Returned) events.get(at)).thread();
      mutated.set(at, new Event.Returned(reader, Reply.of(Status.TIMED_OUT.code())));
      return mutated;
    }
  },

  /** Two neighbouring events of different threads come in the other order. */
  REORDERED {
    @Override
    List<Event> of(List<Event> events, Random random) {
      List<Integer> before =
          IntStream.range(0, events.size() - 2)
              .filter(i -> mayChange(events.get(i), events.get(i + 1)))
              .boxed()
              .collect(Collectors.toList());
      if (before.isEmpty()) {
        return events;
      }
      int at = before.get(random.nextInt(before.size()));
      List<Event> mutated = new ArrayList<>(events);
      Collections.swap(mutated, at, at + 1);
      return mutated;
    }
  },

  /** The passing of a deadline was not recorded. */
  DEADLINE_FORGOTTEN {
    @Override
    List<Event> of(List<Event> events, Random random) {
      List<Integer> passing = places(events, Event.Expired.class::isInstance);
      if (passing.isEmpty()) {
        return events;
      }
      List<Event> mutated = new ArrayList<>(events);
      mutated.remove((int) passing.get(random.nextInt(passing.size())));
      return mutated;
    }
  };

  /** The history with one such thing wrong; itself where there is nothing that could be. */
  abstract List<Event> of(List<Event> events, Random random);

  private static boolean isReply(Event event) {
    return event instanceof Event.Returned;
  }

  private static boolean isPacket(Event event) {
    return event instanceof Event.Returned returned
        && returned.reply().output() instanceof PortPacket;
  }

  private static boolean mayChange(Event one, Event next) {
    String first = thread(one);
    String second = thread(next);
    return first != null && second != null && !first.equals(second);
  }

  /** Who makes it; null where it is nobody's, or a deadline's, which is its call's. */
  private static String thread(Event event) {
    if (event instanceof Event.Called called) {
      return called.thread();
    }
    return event instanceof Event.Returned returned ? returned.thread() : null;
  }

  private static List<Integer> places(List<Event> events, Predicate<Event> which) {
    return IntStream.range(0, events.size())
        .filter(i -> which.test(events.get(i)))
        .boxed()
        .collect(Collectors.toList());
  }

  private static List<Event> exchanged(
      List<Event> events, Random random, Predicate<Event> which, boolean both) {
    List<Integer> places = places(events, which);
    if (places.size() < 2) {
      return events;
    }
    Collections.shuffle(places, random);
    Event.Returned one = (Event.Returned) events.get(places.get(0));
    Event.Returned other = (Event.Returned) events.get(places.get(1));
    List<Event> mutated = new ArrayList<>(events);
    mutated.set(places.get(0), new Event.Returned(one.thread(), other.reply()));
    if (both) {
      mutated.set(places.get(1), new Event.Returned(other.thread(), one.reply()));
    }
    return mutated;
  }
}
