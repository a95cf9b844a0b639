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

/**
 * Plays rounds on any target, whose calls one thread starts and collects: it writes down a call
 * before it starts it, and a return after it has seen it.
 */
final class TargetArena extends RecordingArena {
  private static final int PASSES_IN = 4;

  private final Target target;
  private final Map<String, Call> open = new HashMap<>();
  private List<Event> events;

  TargetArena(Target target, List<String> threads) {
    super(target, threads);
    this.target = target;
  }

  @Override
  public int usualRound() {
    return ROUND_OF_LONG_CALLS;
  }

  @Override
  public List<Event> play(Round round) {
    events = new ArrayList<>(List.of(new Event.Reset()));
    open.clear();
    target.reset();
    round.setUp(this::make);
    load(round);
    quiesce();
    end(round);
    return events;
  }

  private Map<String, Reply> quiesce() {
    Map<String, Reply> replies = target.quiesce();
    replies.forEach(this::returned);
    events.add(new Event.Quiescent());
    return replies;
  }

  /** Makes a call that does not block, to its end. */
  private Reply make(Call call) {
    start(Round.MAIN, call);
    Map<String, Reply> replies = quiesce();
    return replies.getOrDefault(Round.MAIN, Reply.of(-1));
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
      letDeadlinePass(order);
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

  /**
   * At times, if some call waits for one. No event says so: the call may have returned, or not be
   * blocked yet and miss it; in a round, any finite deadline may pass at any time.
   */
  private void letDeadlinePass(Random random) {
    if (!target.expiresAtAnyTime() || random.nextInt(PASSES_IN) > 0) {
      return;
    }
    List<String> waiting =
        threads.stream()
            .filter(thread -> open.containsKey(thread) && open.get(thread).hasFiniteDeadline())
            .toList();
    if (!waiting.isEmpty()) {
      target.expire(waiting.get(random.nextInt(waiting.size())));
    }
  }

  @Override
  Map<String, Call> open() {
    return open;
  }

  @Override
  void look(Call call) {
    make(call);
  }

  @Override
  void release(Call call) {
    make(call);
  }

  @Override
  void expire(String thread) {
    events.add(new Event.Expired(thread));
    target.expire(thread);
    quiesce();
  }
}
