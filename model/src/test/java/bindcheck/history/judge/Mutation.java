package bindcheck.history.judge;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
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

  /** The time of a packet, or of a wait, is another. */
  TIMESTAMP {
    @Override
    List<Event> of(List<Event> events, Random random) {
      List<Integer> times = places(events, event -> isReply(event) && later(event).isPresent());
      if (times.isEmpty()) {
        return events;
      }
      int at = times.get(random.nextInt(times.size()));
      List<Event> mutated = new ArrayList<>(events);
      mutated.set(at, later(events.get(at)).orElseThrow());
      return mutated;
    }
  },

  /** From some point on, at which neither is in a call, two threads have changed places. */
  THREADS_SWAPPED {
    @Override
    List<Event> of(List<Event> events, Random random) {
      List<String> threads = new ArrayList<>(new TreeSet<>(callers(events)));
      Collections.shuffle(threads, random);
      if (threads.size() < 2) {
        return events;
      }
      String one = threads.get(0);
      String other = threads.get(1);
      List<Integer> idle =
          places(events, event -> true).stream()
              .filter(i -> isIdle(events, i, one) && isIdle(events, i, other))
              .toList();
      int from = idle.get(random.nextInt(idle.size()));
      List<Event> mutated = new ArrayList<>(events);
      for (int i = from; i < events.size(); i++) {
        mutated.set(i, exchanged(events.get(i), one, other));
      }
      return mutated;
    }
  },

  /** A deadline passed earlier or later in its call. */
  DEADLINE_MOVED {
    @Override
    List<Event> of(List<Event> events, Random random) {
      List<Integer> passing = places(events, Event.Expired.class::isInstance);
      if (passing.isEmpty()) {
        return events;
      }
      int at = passing.get(random.nextInt(passing.size()));
      String caller = ((Event.Expired) events.get(at)).thread();
      int first = at;
      while (!caller.equals(thread(events.get(first - 1)))) {
        first--;
      }
      int end = at + 1;
      while (end < events.size() - 1 && !caller.equals(thread(events.get(end)))) {
        end++;
      }
      List<Event> mutated = new ArrayList<>(events);
      mutated.add(first + random.nextInt(end - first), mutated.remove(at));
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

  /** The reply of a call with a later timestamp, if it has one. */
  private static Optional<Event> later(Event event) {
    Event.Returned returned = (Event.Returned) event;
    if (returned.reply().output() instanceof PortPacket packet && packet.isInterrupt()) {
      Reply later = Reply.interruptPacket(packet.key(), packet.value() + 1);
      return Optional.of(new Event.Returned(returned.thread(), later));
    }
    if (returned.reply().output() instanceof Reply.Timestamp timestamp) {
      Reply later = Reply.ok(new Reply.Timestamp(timestamp.value() + 1));
      return Optional.of(new Event.Returned(returned.thread(), later));
    }
    return Optional.empty();
  }

  private static List<String> callers(List<Event> events) {
    return events.stream().map(Mutation::thread).filter(Objects::nonNull).toList();
  }

  /** Whether a thread is in no call before that event. */
  private static boolean isIdle(List<Event> events, int before, String thread) {
    boolean idle = true;
    for (Event event : events.subList(0, before)) {
      if (thread.equals(thread(event))) {
        idle = event instanceof Event.Returned;
      }
    }
    return idle;
  }

  private static Event exchanged(Event event, String one, String other) {
    if (event instanceof Event.Called called) {
      return new Event.Called(exchanged(called.thread(), one, other), called.call());
    }
    if (event instanceof Event.Returned returned) {
      return new Event.Returned(exchanged(returned.thread(), one, other), returned.reply());
    }
    return event instanceof Event.Expired expired
        ? new Event.Expired(exchanged(expired.thread(), one, other))
        : event;
  }

  private static String exchanged(String thread, String one, String other) {
    return thread.equals(one) ? other : thread.equals(other) ? one : thread;
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
