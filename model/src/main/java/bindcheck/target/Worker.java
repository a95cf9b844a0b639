package bindcheck.target;

import bindcheck.call.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One thread that makes calls for a driver, one at a time, and is kept between them.
 *
 * <p>A call goes through the phases idle, handed over, inside, returned, and idle again; the driver
 * makes the first step and the last, the worker those between. So a worker that is seen inside,
 * then waiting, then inside, was waiting inside its call: its own parking while idle is never
 * mistaken for a call that blocks.
 *
 * <p>An idle worker looks for its next call for a moment before it parks, because handing a call to
 * a parked thread costs as much as fifty calls.
 */
final class Worker {
  private static final int IDLE = 0;
  private static final int HANDED = 1;
  private static final int INSIDE = 2;
  private static final int RETURNED = 3;

  /**
   * How often an idle worker looks before it parks. More would take the processor from a thread
   * that has just been woken.
   */
  private static final int LOOKS = 200;

  private final String name;
  private final Thread thread;
  private volatile int phase = IDLE;
  private volatile boolean parked;
  private volatile boolean stopping;

  /** Written by the driver before the phase, read by the worker after it. */
  private Supplier<Reply> job;

  /** Written by the worker before the phase, read by the driver after it. */
  private Reply reply;

  private Throwable thrown;

  /** The driver's: what the job is called, and how often the thread had waited when last seen. */
  private Object label;

  private long seenWaits;
  private Object seenPark;

  Worker(String name) {
    this.name = name;
    this.thread = new Thread(this::work, "bindcheck-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  String name() {
    return name;
  }

  Thread thread() {
    return thread;
  }

  /** What the worker was last handed, for messages. */
  Object label() {
    return label;
  }

  /** Hands over a job. The worker must be idle. */
  void begin(Object jobLabel, Supplier<Reply> newJob) {
    label = jobLabel;
    job = newJob;
    seenWaits = Blocking.NEVER_SEEN;
    seenPark = null;
    phase = HANDED;
    if (parked) {
      LockSupport.unpark(thread);
    }
  }

  boolean isInside() {
    return phase == INSIDE;
  }

  boolean hasReturned() {
    return phase == RETURNED;
  }

  /** Takes what the job gave and makes the worker idle. It must have returned. */
  Result take() {
    Result result = new Result(reply, thrown);
    job = null;
    phase = IDLE;
    return result;
  }

  /** What a job gave: a reply or an exception. */
  record Result(Reply reply, Throwable thrown) {}

  /** Notes how often the thread had waited, and says whether that is what was noted before. */
  boolean sameWaitsAsBefore(long waits) {
    boolean same = seenWaits == waits;
    seenWaits = waits;
    return same;
  }

  /** Notes where the thread is parked, and says whether that is what was noted before. */
  boolean sameParkAsBefore(Object node) {
    boolean same = seenPark == node;
    seenPark = node;
    return same;
  }

  /** Ends the thread when its job returns, and interrupts that job; does not wait for it. */
  void stop() {
    stopping = true;
    thread.interrupt();
    LockSupport.unpark(thread);
  }

  /** Stops the workers and waits for all to end, at most for that long; gives those that do not. */
  static List<Worker> stopAll(List<Worker> workers, Duration limit) {
    workers.forEach(Worker::stop);
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    for (Worker worker : workers) {
      try {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        worker.thread.join(Math.max(1, left)); // 0 would be for ever
      } catch (InterruptedException interruptsTheDriver) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return workers.stream().filter(worker -> worker.thread.isAlive()).toList();
  }

  private void work() {
    while (awaitJob()) {
      Thread.interrupted(); // One that came too late for the last call is not meant for this one.
      phase = INSIDE;
      try {
        reply = job.get();
        thrown = null;
      } catch (Throwable fromTheImplementation) {
        thrown = fromTheImplementation;
      }
      Thread.interrupted(); // The next call must not find what this one left.
      phase = RETURNED;
    }
  }

  /** Waits for a job; false if there will be none. */
  private boolean awaitJob() {
    for (int looks = 0; looks < LOOKS && !isCalled(); looks++) {
      Thread.onSpinWait();
    }
    while (!isCalled()) {
      park();
    }
    return !stopping;
  }

  private boolean isCalled() {
    return phase == HANDED || stopping;
  }

  private void park() {
    parked = true;
    if (!isCalled()) {
      LockSupport.park(this);
    }
    parked = false;
  }
}
