package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Plays rounds on any target, whose calls one thread starts and collects: it writes down a call
 * before it starts it, and a return after it has seen it.
 */
final class TargetArena implements Arena {
  private static final int PATIENCE = 3;
  private static final int MOST_RELEASES = 200;

  private final Target target;
  private final List<String> threads;
  private final Map<String, Call> open = new HashMap<>();
  private List<Event> events;

  TargetArena(Target target, List<String> threads) {
    this.target = target;
    this.threads = threads;
  }

  @Override
  public List<Event> play(Round round) {
    events = new ArrayList<>(List.of(new Event.Reset()));
    open.clear();
    target.reset();
    round.setUp(call -> make(Round.MAIN, call));
    load(round);
    drain(round);
    return events;
  }

  /** Makes a call that does not block, to its end. */
  private Reply make(String thread, Call call) {
    start(thread, call);
    Map<String, Reply> replies = target.quiesce();
    replies.forEach(this::returned);
    events.add(new Event.Quiescent());
    return replies.getOrDefault(thread, Reply.of(-1));
  }

  private void start(String thread, Call call) {
    events.add(new Event.Called(thread, call));
    open.put(thread, call);
    target.start(thread, call);
  }

  private Call returned(String thread, Reply reply) {
    events.add(new Event.Returned(thread, reply));
    return open.remove(thread);
  }

  private void load(Round round) {
    Map<String, Random> randoms = new HashMap<>();
    for (String thread : threads) {
      randoms.put(thread, round.random(randoms.size()));
    }
    Random order = round.random(threads.size());
    int left = round.callsEach() * threads.size();
    while (left > 0) {
      List<String> idle = threads.stream().filter(thread -> !open.containsKey(thread)).toList();
      if (!idle.isEmpty()) {
        String thread = idle.get(order.nextInt(idle.size()));
        start(thread, round.next(randoms.get(thread)));
        left--;
      }
      boolean full = idle.size() <= 1;
      Map<String, Reply> replies = full ? target.quiesce() : target.poll();
      replies.forEach(
          (thread, reply) -> round.returned(returned(thread, reply), reply, randoms.get(thread)));
      if (full) {
        events.add(new Event.Quiescent());
        if (replies.isEmpty() && idle.isEmpty()) {
          return; // every thread is blocked
        }
      }
    }
  }

  private void drain(Round round) {
    target.quiesce().forEach(this::returned);
    events.add(new Event.Quiescent());
    int useless = 0;
    for (int made = 0; made < MOST_RELEASES && !open.isEmpty() && useless < PATIENCE; ) {
      Set<String> before = Set.copyOf(open.keySet());
      for (Call release : round.release(open.values().iterator().next())) {
        if (open.keySet().equals(before)) {
          make(Round.MAIN, release);
          made++;
        }
      }
      useless = open.keySet().equals(before) ? useless + 1 : 0;
    }
    if (!open.isEmpty()) {
      target.abandon();
    }
  }
}
