package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.judge.SectionJudge;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.perturb.Schedule;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the calls of a history on the target once more, each time with a fresh kernel and the same
 * threads, in the order in which they were made: those of a part of it one after the other first,
 * then many times so that those overlap that did; and if that never fails, all of it likewise.
 * Whatever comes of it is judged by itself.
 */
public final class Replays {
  private static final int MOST = 50;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long MOST_MEMBERS = 200_000;

  /**
   * How often it is looked whether a call has returned before it is asked whether it is blocked.
   */
  private static final int LOOKS = 5_000;

  /**
   * What the replays came to.
   *
   * @param isWhole whether what overlapped was all of the history: its part had never failed
   * @param made how many there were with calls that overlap
   * @param failing how many of these were rejected
   * @param sequential what was recorded where it fails call after call, up to what is rejected, in
   *     which case there were no others; else empty
   */
  public record Result(boolean isWhole, int made, int failing, List<Event> sequential) {}

  private final Target target;
  private final Semantics variant;
  private final int policies;
  private final List<Event> part;
  private final List<Event> whole;
  private final List<String> threads;

  /** What is open still: the call of each thread, and the handles that stand for recorded ones. */
  private final SortedMap<String, Call> open = new TreeMap<>();

  private final Map<Integer, Integer> handles = new HashMap<>();
  private final Map<String, Deque<Reply>> recorded = new HashMap<>();
  private List<Event> events;

  /**
   * Prepares replays.
   *
   * @param variant who judges
   * @param given the policies that were fixed before
   * @param part begins with a fresh kernel
   * @param whole that it is a part of
   */
  public Replays(
      Target target,
      Semantics variant,
      SortedMap<String, SortedSet<String>> given,
      List<Event> part,
      List<Event> whole) {
    this.target = target;
    this.variant = variant;
    this.policies = variant.policies().of(variant.variant().with(given));
    this.part = part;
    this.whole = whole;
    this.threads =
        Stream.concat(Stream.of(Round.MAIN), whole.stream().flatMap(Replays::caller))
            .distinct()
            .toList();
  }

  private static Stream<String> caller(Event event) {
    return event instanceof Event.Called called ? Stream.of(called.thread()) : Stream.empty();
  }

  /**
   * Makes them, until the target can no longer be asked or it takes too long.
   *
   * @throws TargetException if the target failed at once
   */
  public Result run() {
    Optional<List<Event>> sequential = rejected(play(part, true));
    if (sequential.isPresent()) {
      return new Result(false, 0, 0, sequential.get());
    }
    Result ofPart = repeat(part, false);
    return ofPart.failing() > 0 ? ofPart : repeat(whole, true);
  }

  private Result repeat(List<Event> history, boolean isWhole) {
    long end = System.nanoTime() + LONGEST.toNanos();
    int made = 0;
    int failing = 0;
    while (made < MOST && System.nanoTime() < end) {
      Schedule.ofRound(made).ifPresent(target.perturbation()::begin);
      try {
        failing += rejected(play(history, false)).isPresent() ? 1 : 0;
      } finally {
        target.perturbation().end();
      }
      made++;
    }
    return new Result(isWhole, made, failing, List.of());
  }

  /** The history up to what is rejected, if anything is. */
  private Optional<List<Event>> rejected(List<Event> history) {
    SectionBuilder section = new SectionBuilder(threads);
    history.forEach(section::add);
    Budget budget = new Budget(MOST_MEMBERS, LONGEST);
    SectionJudge judge = new SectionJudge(variant, threads, false, budget).knowing(policies);
    judge.accept(section.cut(true));
    return judge.rejections().stream()
        .findFirst()
        .map(rejection -> history.subList(0, (int) rejection.event() + 1));
  }

  private List<Event> play(List<Event> history, boolean oneByOne) {
    begin(history);
    for (Event event : history) {
      if (event instanceof Event.Called called) {
        start(called);
        if (oneByOne) {
          quiesce();
        }
      } else if (event instanceof Event.Returned returned) {
        await(returned.thread(), returned.reply());
      } else if (event instanceof Event.Quiescent) {
        quiesce();
      }
    }
    quiesce();
    target.abandon();
    return events;
  }

  private void begin(List<Event> history) {
    events = new ArrayList<>(List.of(new Event.Reset()));
    open.clear();
    handles.clear();
    recorded.clear();
    for (Event event : history) {
      if (event instanceof Event.Returned returned) {
        recorded.computeIfAbsent(returned.thread(), t -> new ArrayDeque<>()).add(returned.reply());
      }
    }
    target.reset();
  }

  /** Makes the call, unless its thread is blocked this time. */
  private void start(Event.Called called) {
    if (!open.containsKey(called.thread())) {
      Call call = resolved(called.call());
      events.add(new Event.Called(called.thread(), call));
      open.put(called.thread(), call);
      target.start(called.thread(), call);
    }
  }

  private Call resolved(Call call) {
    long[] arguments = new long[call.parameters().size()];
    for (int i = 0; i < arguments.length; i++) {
      long raw = call.argument(i);
      boolean isHandle = call.parameters().get(i).kind() == Kind.HANDLE;
      Integer now = isHandle ? handles.get((int) raw) : null;
      arguments[i] = now == null ? raw : Integer.toUnsignedLong(now);
    }
    return Call.of(call.op(), call.nullPointer(), arguments);
  }

  /** Lets the call return before the next is made, as it did; its deadline passes if it did. */
  private void await(String thread, Reply reply) {
    Call call = open.get(thread);
    boolean passes =
        call != null
            && call.hasFiniteDeadline()
            && reply.status() == Status.TIMED_OUT.code()
            && target.support().expire();
    if (passes) {
      quiesce();
      if (open.containsKey(thread)) {
        events.add(new Event.Expired(thread));
        target.expire(thread);
      }
    }
    for (int looks = 0; open.containsKey(thread) && looks < LOOKS; looks++) {
      take(target.poll());
    }
    if (open.containsKey(thread)) {
      quiesce();
    }
  }

  private void quiesce() {
    take(target.quiesce());
    events.add(new Event.Quiescent());
  }

  private void take(SortedMap<String, Reply> replies) {
    replies.forEach(
        (thread, reply) -> {
          events.add(new Event.Returned(thread, reply));
          open.remove(thread);
          Reply before = recorded.getOrDefault(thread, new ArrayDeque<>()).poll();
          if (before != null
              && before.output() instanceof Reply.Handle was
              && reply.output() instanceof Reply.Handle is) {
            handles.put(was.raw(), is.raw());
          }
        });
  }
}
