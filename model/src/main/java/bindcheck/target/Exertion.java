package bindcheck.target;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which workers run all the while: a call that is in a livelock uses the processor, one that is
 * blocked does not. Nothing is said where the machine does not tell.
 */
final class Exertion {
  /** One in so many parts of the time is enough: others may have the processor as well. */
  private static final long SHARE = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Worker, Long> before = new HashMap<>();
  private long since;

  /** Begins to look at them, unless it has. */
  void observe(Collection<Worker> workers) {
    if (before.isEmpty()) {
      since = System.nanoTime();
      workers.forEach(worker -> before.put(worker, used(worker)));
    }
  }

  /** Those that have used the processor since, by what they are called. */
  List<String> running(Function<Worker, Object> name) {
    long enough = (System.nanoTime() - since) / SHARE;
    return before.entrySet().stream()
        .filter(worker -> worker.getKey().isInside() && worker.getValue() >= 0)
        .filter(worker -> used(worker.getKey()) - worker.getValue() > enough)
        .map(worker -> name.apply(worker.getKey()).toString())
        .sorted()
        .toList();
  }

  private static long used(Worker worker) {
    return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getThreadCpuTime(worker.thread().getId())
        : -1;
  }
}
