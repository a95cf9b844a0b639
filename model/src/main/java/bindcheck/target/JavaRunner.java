package bindcheck.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Runs plans on an implementation in Java: each thread makes its calls by itself, without a driver
 * between them. That a run is over is seen from the states of its threads; see {@link Blocking}.
 */
final class JavaRunner implements Runner {
  private static final Duration STOP_TIME = Duration.ofSeconds(1);

  /** How many threads may refuse to end before this gives up. */
  private static final int MOST_STUCK = 16;

  private final Supplier<? extends Syscalls> factory;
  private final long timeOutNanos;
  private final Blocking blocking;
  private final SplittableRandom random = new SplittableRandom();
  private final List<Worker> idle = new ArrayList<>();
  private final List<Worker> stuck = new ArrayList<>();

  JavaRunner(Supplier<? extends Syscalls> factory, Duration timeOut, Duration settle) {
    this.factory = factory;
    this.timeOutNanos = timeOut.toNanos();
    this.blocking = new Blocking(settle.toNanos());
  }

  @Override
  public boolean isExact() {
    return blocking.isExact();
  }

  @Override
  public Ends run(Plan plan) {
    List<Worker> threads = new ArrayList<>();
    plan.threads().keySet().forEach(thread -> threads.add(engage()));
    JavaRun run = new JavaRun(plan, factory, threads, random.nextLong());
    List<Worker> busy = new ArrayList<>(threads);
    for (int t = 0; t < threads.size(); t++) {
      int thread = t;
      threads.get(t).begin("T" + (t + 1), () -> run.thread(thread));
    }
    if (plan.hasFiniteDeadline()) {
      Worker clock = engage();
      busy.add(clock);
      clock.begin("the clock", run::clock);
    }
    try {
      awaitQuiescence(run, threads, busy);
      Ends ends = new Ends(run.replies(), run.reused());
      release(run, busy);
      return ends;
    } finally {
      run.end();
      discard(busy);
    }
  }

  private Worker engage() {
    return idle.isEmpty() ? new Worker("litmus") : idle.remove(idle.size() - 1);
  }

  /**
   * Leaves among the busy ones those that are blocked.
   *
   * @param threads those that make the plan's calls
   */
  private void awaitQuiescence(JavaRun run, List<Worker> threads, List<Worker> busy) {
    Patience patience = new Patience(timeOutNanos);
    blocking.restart();
    do {
      takeReturned(busy, true);
      if (!busy.isEmpty() && blocking.isReached(busy)) {
        if (!await("expire", run::expire)) {
          return;
        }
        blocking.restart();
      }
      if (patience.isLong()) {
        Deadlock.refuse(busy);
      }
      if (!patience.pause()) {
        throw timeOut(threads, busy);
      }
    } while (!busy.isEmpty());
  }

  private void takeReturned(List<Worker> busy, boolean refuseThrown) {
    for (Iterator<Worker> all = busy.iterator(); all.hasNext(); ) {
      Worker worker = all.next();
      if (worker.hasReturned()) {
        all.remove();
        idle.add(worker);
        Throwable thrown = worker.take().thrown();
        if (thrown != null && refuseThrown) {
          throw thrown instanceof TargetException e ? e : Diagnosis.threw(worker, thrown);
        }
      }
    }
  }

  /** Lets the blocked threads go: by calls, or else by interrupting them. */
  private void release(JavaRun run, List<Worker> blocked) {
    run.end();
    if (!blocked.isEmpty()) {
      await("drain", run::drain);
      awaitReturn(blocked);
      blocked.forEach(worker -> worker.thread().interrupt());
      awaitReturn(blocked);
    }
  }

  /** Waits until all have returned or are blocked again. */
  private void awaitReturn(List<Worker> blocked) {
    Patience patience = new Patience(STOP_TIME.toNanos());
    blocking.restart();
    do {
      takeReturned(blocked, false);
    } while (!blocked.isEmpty() && !blocking.isReached(blocked) && patience.pause());
  }

  /** Does on a thread of its own what might block, and waits for its answer. */
  private boolean await(String what, BooleanSupplier job) {
    Worker worker = engage();
    boolean[] answer = new boolean[1];
    worker.begin(
        what,
        () -> {
          answer[0] = job.getAsBoolean();
          return null;
        });
    Patience patience = new Patience(timeOutNanos);
    while (!worker.hasReturned()) {
      if (!patience.pause()) {
        List<Worker> stuckInIt = new ArrayList<>(List.of(worker));
        TargetException late = timeOut(stuckInIt, stuckInIt);
        discard(stuckInIt);
        throw late;
      }
    }
    Throwable thrown = worker.take().thrown();
    idle.add(worker);
    if (thrown instanceof UnsupportedOperationException unsupported) {
      throw unsupported;
    }
    if (thrown != null) {
      throw Diagnosis.threw(worker, thrown);
    }
    return answer[0];
  }

  private TargetException timeOut(List<Worker> suspects, List<Worker> busy) {
    return Diagnosis.timeOut(timeOutNanos, busy, Exertion.running(suspects, Worker::label));
  }

  private void discard(List<Worker> busy) {
    busy.forEach(Worker::stop);
    stuck.addAll(busy);
    busy.clear();
    if (stuck.size() > MOST_STUCK) {
      List<Worker> left = Worker.stopAll(stuck, STOP_TIME);
      stuck.retainAll(left);
      if (stuck.size() > MOST_STUCK) {
        throw Diagnosis.notStopped(stuck);
      }
    }
  }

  @Override
  public void close() {
    idle.addAll(stuck);
    List<Worker> left = Worker.stopAll(idle, STOP_TIME);
    idle.clear();
    stuck.clear();
    if (!left.isEmpty()) {
      throw Diagnosis.notStopped(left);
    }
  }
}
