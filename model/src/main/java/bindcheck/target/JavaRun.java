package bindcheck.target;

import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One run of a plan on an implementation in Java, as its threads share it. The first thread makes
 * the set-up; then all meet, and go on together.
 */
final class JavaRun {
  private static final int SPINS = 100;
  private static final int LONGEST_PAUSE = 400;

  private final Supplier<? extends Syscalls> factory;
  private final List<List<Line>> calls;
  private final List<Worker> workers;
  private final Reply[][] replies;
  private final Handles handles;
  private final long seed;
  private final int meeting;
  private final AtomicInteger arrived = new AtomicInteger();

  /** How many calls of each thread have returned; written after their replies. */
  private final AtomicIntegerArray returned;

  private volatile boolean over;
  private Syscalls kernel;

  JavaRun(Plan plan, Supplier<? extends Syscalls> factory, List<Worker> workers, long seed) {
    this.workers = workers;
    this.factory = factory;
    this.seed = seed;
    calls = List.copyOf(plan.threads().values());
    replies = new Reply[calls.size()][];
    handles = new Handles(plan);
    for (int t = 0; t < calls.size(); t++) {
      replies[t] = new Reply[calls.get(t).size()];
    }
    meeting = calls.size() + (plan.hasFiniteDeadline() ? 1 : 0);
    returned = new AtomicIntegerArray(calls.size());
  }

  /** The whole of one thread; gives nothing. */
  Reply thread(int t) {
    if (t == 0) {
      setUp();
    }
    SplittableRandom random = new SplittableRandom(seed + t);
    meet();
    handles.begin(t);
    for (int n = 0; n < replies[t].length && !over; n++) {
      pause(random);
      Line line = calls.get(t).get(n);
      Reply reply = Dispatch.make(handles.resolve(t, line), kernel);
      handles.keep(t, line, reply);
      replies[t][n] = reply;
      returned.set(t, n + 1);
    }
    return null;
  }

  private void setUp() {
    try {
      kernel = factory.get();
      handles.setUp(call -> Dispatch.make(call, kernel));
    } catch (RuntimeException | Error e) {
      over = true;
      throw e;
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // there may be more threads than processors
  private void meet() {
    arrived.incrementAndGet();
    for (int looks = 0; arrived.get() < meeting && !over; looks++) {
      if (looks < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Lets the others get ahead, by a different amount each time. */
  @SuppressWarnings("ThreadPriorityCheck") // a yield is one of the amounts
  private static void pause(SplittableRandom random) {
    switch (random.nextInt(4)) {
      case 0 -> Thread.yield();
      case 1 -> {
        int spins = random.nextInt(LONGEST_PAUSE);
        for (int i = 0; i < spins; i++) {
          Thread.onSpinWait();
        }
      }
      default -> {
        // None at all.
      }
    }
  }

  /** Lets finite deadlines pass, at any moment while the calls are in progress. */
  @SuppressWarnings("ThreadPriorityCheck") // there may be more threads than processors
  Reply clock() {
    SplittableRandom random = new SplittableRandom(seed - 1);
    meet();
    try {
      do {
        pause(random);
        Thread.yield();
      } while (!over && expire());
    } catch (UnsupportedOperationException noClock) {
      // The runner finds out when nothing but a deadline is left.
    }
    return null;
  }

  /** Lets the finite deadlines of calls in progress pass; says whether there are any. */
  boolean expire() {
    boolean any = false;
    for (int t = 0; t < calls.size(); t++) {
      int now = returned.get(t);
      if (now < calls.get(t).size() && calls.get(t).get(now).call().hasFiniteDeadline()) {
        kernel.expire(workers.get(t).thread());
        any = true;
      }
    }
    return any;
  }

  /** Releases whoever is blocked, as far as calls can. */
  boolean drain() {
    handles.draining().forEach(call -> Dispatch.make(call, kernel));
    return true;
  }

  /** Ends the run: no further call is made. */
  void end() {
    over = true;
  }

  /** The replies so far, by thread. */
  List<List<Reply>> replies() {
    return IntStream.range(0, replies.length)
        .mapToObj(t -> Arrays.asList(replies[t]).subList(0, returned.get(t)))
        .toList();
  }

  /** Whether two calls that made a handle gave the same value. */
  boolean reused() {
    return handles.reused();
  }
}
