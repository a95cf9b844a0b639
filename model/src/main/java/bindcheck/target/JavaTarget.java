package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.target.perturb.Perturbation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Drives an implementation in Java. Each logical thread is a real one, which makes all the calls of
 * that name and is kept across resets.
 *
 * <p>That a call is blocked is seen from the state of its thread, exactly and without waiting for
 * anything to settle, as long as the implementation blocks in {@code Object.wait()} without a
 * time-out: {@link Blocking} has the proof, and what is done of others. The implementation must
 * have no threads of its own that end a call.
 */
public final class JavaTarget implements Target {
  private static final String CONTROL = "control";
  private static final Duration DEFAULT_TIME_OUT = Duration.ofSeconds(10);
  private static final Duration DEFAULT_SETTLE = Duration.ofMillis(5);
  private static final Duration STOP_TIME = Duration.ofSeconds(1);

  private final String name;
  private final Supplier<? extends Syscalls> factory;
  private final Support support;
  private final long timeOutNanos;
  private final Blocking blocking;
  private final Map<String, Worker> workers = new HashMap<>();

  /** Runs what is not a call but enters the implementation as well, so that it cannot hang us. */
  private Worker control = new Worker(CONTROL);

  private final List<Worker> busy = new ArrayList<>();
  private final List<Worker> abandoned = new ArrayList<>();
  private SortedSet<String> blocked = Collections.emptySortedSet();
  private Syscalls syscalls;
  private Perturbation perturbation = Perturbation.NONE;

  /** With a time-out of ten seconds. */
  public JavaTarget(String name, Supplier<? extends Syscalls> factory) {
    this(name, factory, Support.ALL, DEFAULT_TIME_OUT, DEFAULT_SETTLE);
  }

  /**
   * With times of one's own.
   *
   * @param factory gives a fresh kernel each time
   * @param support what the implementation has
   * @param timeOut how long a thread may neither return nor wait
   * @param settle how long nothing must change before a call that does not wait on a monitor counts
   *     as blocked
   */
  public JavaTarget(
      String name,
      Supplier<? extends Syscalls> factory,
      Support support,
      Duration timeOut,
      Duration settle) {
    this.support = support;
    this.name = name;
    this.factory = factory;
    this.timeOutNanos = timeOut.toNanos();
    this.blocking = new Blocking(settle.toNanos());
  }

  /** With threads that can be held up, as its classes are made for it. */
  public JavaTarget perturbedBy(Perturbation by) {
    perturbation = by;
    return this;
  }

  @Override
  public Perturbation perturbation() {
    return perturbation;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Support support() {
    return support;
  }

  @Override
  public void reset() {
    if (!busy.isEmpty()) {
      throw new IllegalStateException("calls in progress: " + Diagnosis.describe(busy));
    }
    blocked = Collections.emptySortedSet();
    Throwable thrown = control("reset", () -> syscalls = factory.get());
    if (thrown != null) {
      throw Diagnosis.threw(control, thrown);
    }
  }

  @Override
  public void start(String thread, Call call) {
    Syscalls kernel = syscalls;
    if (kernel == null) {
      throw new IllegalStateException("not reset yet");
    }
    begin(thread, call, () -> Dispatch.make(call, kernel));
  }

  /**
   * Begins a job of many calls on that thread and returns at once; {@link #quiesce} then waits
   * until it has ended, or is blocked in one of them.
   *
   * @param job is given the kernel; it says by itself what its calls returned
   */
  public void start(String thread, Object label, Consumer<Syscalls> job) {
    Syscalls kernel = syscalls;
    begin(
        thread,
        label,
        () -> {
          job.accept(kernel);
          return Reply.of(Status.OK);
        });
  }

  private void begin(String thread, Object label, Supplier<Reply> job) {
    Worker worker = workers.computeIfAbsent(thread, Worker::new);
    if (busy.contains(worker)) {
      throw new IllegalStateException(thread + " has a call in progress: " + worker.label());
    }
    busy.add(worker);
    worker.begin(label, job);
  }

  @Override
  public void expire(String thread) {
    Worker worker = workers.get(thread);
    if (!busy.contains(worker)) {
      throw new IllegalStateException(thread + " has no call in progress");
    }
    Throwable thrown = control("expire(" + thread + ")", () -> syscalls.expire(worker.thread()));
    if (thrown instanceof UnsupportedOperationException unsupported) {
      throw unsupported;
    }
    if (thrown != null) {
      throw Diagnosis.threw(control, thrown);
    }
  }

  @Override
  public SortedMap<String, Reply> quiesce() {
    SortedMap<String, Reply> replies = new TreeMap<>();
    Patience patience = new Patience(timeOutNanos);
    blocking.restart();
    collect(replies);
    while (!busy.isEmpty() && !blocking.isReached(busy)) {
      if (patience.isLong()) {
        Deadlock.refuse(busy);
      }
      if (!patience.pause()) {
        throw Diagnosis.timeOut(timeOutNanos, busy, Exertion.running(busy, Worker::name));
      }
      collect(replies);
    }
    blocked = new TreeSet<>();
    busy.forEach(worker -> blocked.add(worker.name()));
    return replies;
  }

  @Override
  public SortedMap<String, Reply> poll() {
    SortedMap<String, Reply> replies = new TreeMap<>();
    collect(replies);
    return replies;
  }

  @Override
  public Set<String> blocked() {
    return Collections.unmodifiableSet(blocked);
  }

  @Override
  public boolean isExact() {
    return blocking.isExact();
  }

  @Override
  public void settleLonger(int times) {
    blocking.settleLonger(times);
  }

  /** Has threads of its own, and an end of its own. */
  @Override
  public Runner runner() {
    return new JavaRunner(factory, Duration.ofNanos(timeOutNanos), DEFAULT_SETTLE);
  }

  @Override
  public void abandon() {
    for (Worker worker : busy) {
      workers.remove(worker.name());
      worker.stop();
      abandoned.add(worker);
    }
    busy.clear();
    blocked = Collections.emptySortedSet();
  }

  @Override
  public void close() {
    abandon();
    abandoned.addAll(workers.values());
    abandoned.add(control);
    workers.clear();
    List<Worker> stuck = Worker.stopAll(abandoned, STOP_TIME);
    abandoned.clear();
    if (!stuck.isEmpty()) {
      throw Diagnosis.notStopped(stuck);
    }
  }

  /** Takes the replies that there are. */
  private void collect(SortedMap<String, Reply> replies) {
    for (Iterator<Worker> inCalls = busy.iterator(); inCalls.hasNext(); ) {
      Worker worker = inCalls.next();
      if (worker.hasReturned()) {
        inCalls.remove();
        Worker.Result result = worker.take();
        if (result.thrown() != null) {
          throw Diagnosis.threw(worker, result.thrown());
        }
        replies.put(worker.name(), result.reply());
      }
    }
  }

  /** Runs the job to its end and gives what it threw, or null. */
  private Throwable control(String label, Runnable job) {
    Patience patience = new Patience(timeOutNanos);
    control.begin(
        label,
        () -> {
          job.run();
          return null;
        });
    while (!control.hasReturned()) {
      if (!patience.pause()) {
        Worker stuck = control;
        List<String> running = Exertion.running(List.of(stuck), Worker::label);
        TargetException late = Diagnosis.timeOut(timeOutNanos, List.of(stuck), running);
        control = new Worker(CONTROL);
        stuck.stop();
        abandoned.add(stuck);
        throw late;
      }
    }
    return control.take().thrown();
  }
}
