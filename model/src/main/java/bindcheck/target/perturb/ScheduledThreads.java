package bindcheck.target.perturb;

import java.util.concurrent.atomic.AtomicInteger;

/** The threads of this Java machine while one schedule holds. */
final class ScheduledThreads {
  private static final ThreadLocal<Walk> WALKS = new ThreadLocal<>();
  private static final long NANOS = 1000;

  /** How often a thread is held up at most, so that no call takes long. */
  private static final int MOST_HOLDS = 100;

  /** How far a thread has come in a round. */
  private static final class Walk {
    private final ScheduledThreads round;
    private final int thread;
    private int met;
    private int priority;
    private int holds;

    /** How many points all had met when this thread went on last. */
    private int seen;

    Walk(ScheduledThreads round) {
      this.round = round;
      this.thread = Thread.currentThread().getName().hashCode();
      this.priority = round.schedule.draw(thread, 0);
    }
  }

  private final Schedule schedule;
  private final AtomicInteger met = new AtomicInteger();

  /** The priority of the thread that went on last. */
  private volatile int running = Integer.MIN_VALUE;

  ScheduledThreads(Schedule schedule) {
    this.schedule = schedule;
  }

  Schedule schedule() {
    return schedule;
  }

  int met() {
    return met.get();
  }

  /** The calling thread meets a point. */
  void meet() {
    Walk walk = walk();
    int draw = schedule.draw(walk.thread, ++walk.met);
    if (draw % schedule.changesIn() == 0) {
      walk.priority = -1 - draw;
    }
    if (met.get() != walk.seen && walk.priority < running && walk.holds < MOST_HOLDS) {
      walk.holds++;
      hold(walk.priority);
    }
    running = walk.priority;
    walk.seen = met.incrementAndGet();
  }

  private Walk walk() {
    Walk walk = WALKS.get();
    if (walk == null || walk.round != this) {
      walk = new Walk(this);
      WALKS.set(walk);
    }
    return walk;
  }

  /** Until no thread of higher priority gets on. */
  @SuppressWarnings("ThreadPriorityCheck") // to let others run is what this is for
  private void hold(int priority) {
    long start = System.nanoTime();
    long now = start;
    long since = start;
    int seen = met.get();
    while (priority < running
        && now - since < NANOS * schedule.quietMicros()
        && now - start < NANOS * schedule.longestMicros()) {
      Thread.yield();
      now = System.nanoTime();
      int got = met.get();
      if (got != seen) {
        seen = got;
        since = now;
      }
    }
  }
}
