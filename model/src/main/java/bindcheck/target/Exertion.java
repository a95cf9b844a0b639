package bindcheck.target;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which workers run without end: a call that is in a livelock uses the processor, one that is
 * blocked does not. The measure is a thread that is known to run, the one that looks: however busy
 * the machine is, it is so for both. Nothing is said where the machine does not tell.
 */
final class Exertion {
  /** How long the one that looks runs. */
  private static final long LOOK_NANOS = 50_000_000;

  /** One in so many parts of that is enough: a thread that now and then looks has fewer. */
  private static final long SHARE = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Exertion() {}

  /** Those that run, by what they are called, sorted; takes as long as it takes to tell. */
  static List<String> running(List<Worker> workers, Function<Worker, Object> name) {
    if (!THREADS.isThreadCpuTimeSupported() || !THREADS.isThreadCpuTimeEnabled()) {
      return List.of();
    }
    List<Long> before = workers.stream().map(Exertion::used).toList();
    long end = THREADS.getCurrentThreadCpuTime() + LOOK_NANOS;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
    List<String> running = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      Worker worker = workers.get(i);
      if (worker.isInside() && used(worker) - before.get(i) > LOOK_NANOS / SHARE) {
        running.add(name.apply(worker).toString());
      }
    }
    running.sort(null);
    return running;
  }

  private static long used(Worker worker) {
    return THREADS.getThreadCpuTime(worker.thread().getId());
  }
}
