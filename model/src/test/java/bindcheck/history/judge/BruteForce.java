package bindcheck.history.judge;

import bindcheck.call.Call;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.linear.Lookahead;
import bindcheck.spec.Automaton;
import bindcheck.spec.Returning;
import bindcheck.spec.Semantics;
import bindcheck.spec.Stimulus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The judge without any of its cleverness: all configurations that agree with the history so far,
 * closed under every step at every event. A handle's value is its number.
 */
final class BruteForce {
  private final Automaton automaton;
  private final Map<Long, Integer> numbers = new HashMap<>(Map.of(0L, 0));
  private final Map<Integer, Long> values = new HashMap<>(Map.of(0, 0L));
  private final boolean deadlinesRecorded;
  private Set<Integer> members;

  private BruteForce(Semantics variant, List<String> threads, boolean deadlinesRecorded) {
    this.deadlinesRecorded = deadlinesRecorded;
    automaton = new Automaton(variant, threads);
    members = closed(Set.of(automaton.idle(variant.emptyKernel())));
  }

  /** The number of the first event that nothing explains; -1 without one. */
  static int firstFailure(
      Semantics variant, List<String> threads, List<Event> events, boolean deadlinesRecorded) {
    BruteForce judge = new BruteForce(variant, threads, deadlinesRecorded);
    for (int i = 0; i < events.size(); i++) {
      judge.accept(events, i);
      if (judge.members.isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private void accept(List<Event> events, int index) {
    Event event = events.get(index);
    Set<Integer> next = new LinkedHashSet<>();
    if (event instanceof Event.Called called) {
      Stimulus stimulus = stimulus(called, out(events, index));
      members.forEach(member -> next.add(automaton.apply(member, stimulus)));
    } else if (event instanceof Event.Expired expired) {
      Stimulus expire = Stimulus.expire(expired.thread());
      for (int member : members) {
        boolean late = Returning.isDone(automaton, member, expired.thread());
        next.add(late ? member : automaton.apply(member, expire));
      }
    } else if (event instanceof Event.Returned returned) {
      for (int member : members) {
        if (Returning.isDone(automaton, member, returned.thread())
            && agrees(member, returned.thread(), returned.reply())) {
          next.add(Returning.returned(automaton, member, returned.thread()));
        }
      }
    } else {
      boolean shown = Lookahead.showsBlocked(event);
      members.stream().filter(member -> !shown || isAtRest(member)).forEach(next::add);
    }
    members = closed(next);
  }

  private boolean isAtRest(int member) {
    return automaton.moves(member).isEmpty()
        && automaton.threads().stream()
            .noneMatch(thread -> Returning.isDone(automaton, member, thread));
  }

  private boolean agrees(int member, String thread, Reply reply) {
    Reply allowed =
        Returning.reply(automaton, member, thread).mapValues(number -> values.get((int) number));
    return reply.output() instanceof Reply.Handle
        ? allowed.isOk()
        : allowed.equals(reply.mapPacket(PortPacket::folded));
  }

  private Set<Integer> closed(Set<Integer> start) {
    Set<Integer> all = new LinkedHashSet<>(start);
    Deque<Integer> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      int member = open.remove();
      Set<Integer> next = deadlinesRecorded ? new LinkedHashSet<>() : expired(member);
      automaton.moves(member).forEach(move -> next.add(move.to()));
      next.stream().filter(all::add).forEach(open::add);
    }
    return all;
  }

  /** What becomes of it when the deadline of one call passes. */
  private Set<Integer> expired(int member) {
    Set<Integer> expired = new LinkedHashSet<>();
    for (String thread : automaton.threads()) {
      if (!automaton.isIdle(member, thread) && !Returning.isDone(automaton, member, thread)) {
        expired.add(automaton.apply(member, Stimulus.expire(thread)));
      }
    }
    expired.removeIf(none -> none < 0);
    return expired;
  }

  /** The number of the handle that the call is to make: what it returns, or one that is free. */
  private static int out(List<Event> events, int index) {
    Event.Called called = (Event.Called) events.get(index);
    Set<Integer> used = new HashSet<>();
    for (Event event : events) {
      if (event instanceof Event.Returned r && r.reply().output() instanceof Reply.Handle handle) {
        used.add(handle.raw());
      }
    }
    for (Event event : events.subList(index, events.size())) {
      if (event instanceof Event.Returned returned && returned.thread().equals(called.thread())) {
        if (returned.reply().output() instanceof Reply.Handle handle) {
          return handle.raw();
        }
        break;
      }
    }
    int free = 50 + index;
    while (used.contains(free)) {
      free++;
    }
    return free;
  }

  private Stimulus stimulus(Event.Called called, int out) {
    Call call = called.call().folded().numbered(handle -> handle, this::number);
    return new Stimulus(called.thread(), call, out);
  }

  private int number(long value) {
    Integer known = numbers.get(value);
    if (known == null) {
      known = numbers.size();
      numbers.put(value, known);
      values.put(known, value);
    }
    return known;
  }
}
