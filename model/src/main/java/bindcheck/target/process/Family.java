package bindcheck.target.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A program and the processes that it started, directly or not. A process whose parent has ended is
 * no descendant any more; on Linux it is found by a mark in its environment, which it inherits.
 */
final class Family {
  private static final String MARK = "BINDCHECK_TARGET";
  private static final Path PROC = Path.of("/proc");
  private static final long PAUSE_NANOS = 2_000_000;

  /** How long a process that becomes another program may show no environment at all. */
  private static final long EXEC_NANOS = 100_000_000;

  private final String mark = UUID.randomUUID().toString();
  private final Set<ProcessHandle> known = new LinkedHashSet<>();
  private ProcessHandle root;
  private Instant since = Instant.MAX;

  /** Marks the environment that the program is to be started with. */
  void mark(Map<String, String> environment) {
    environment.put(MARK, mark);
  }

  void startsWith(ProcessHandle program) {
    root = program;
    since = program.info().startInstant().orElse(since);
    known.add(program);
  }

  /** Those that run now. */
  List<ProcessHandle> running() {
    root.descendants().forEach(known::add);
    marked().forEach(known::add);
    return known.stream().filter(Family::runs).toList();
  }

  /** Kills all, and those that they start meanwhile; gives what still runs after that time. */
  List<ProcessHandle> kill(long limitNanos) {
    long end = System.nanoTime() + limitNanos;
    List<ProcessHandle> running = running();
    while (!running.isEmpty() && System.nanoTime() < end) {
      running.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(PAUSE_NANOS);
      running = running();
    }
    return running;
  }

  private Stream<ProcessHandle> marked() {
    return Files.isDirectory(PROC)
        ? ProcessHandle.allProcesses().filter(this::isMarked)
        : Stream.empty();
  }

  private boolean isMarked(ProcessHandle process) {
    long end = System.nanoTime() + EXEC_NANOS;
    String environment = read(process.pid(), "environ");
    while (environment.isEmpty() && mayShowOne(process) && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
      environment = read(process.pid(), "environ");
    }
    return environment.contains(MARK + "=" + mark);
  }

  /** Whether a process without an environment may be in the middle of an exec, and ours. */
  private boolean mayShowOne(ProcessHandle process) {
    return runs(process)
        && Files.isReadable(PROC.resolve(process.pid() + "/environ"))
        && process.info().startInstant().map(start -> !start.isBefore(since)).orElse(false);
  }

  /** Alive, and not only waiting for a parent to take note of its end. */
  private static boolean runs(ProcessHandle process) {
    String stat = read(process.pid(), "stat");
    boolean ended = stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    return process.isAlive() && !ended;
  }

  private static String read(long pid, String file) {
    try {
      Path path = PROC.resolve(Long.toString(pid)).resolve(file);
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException noSuchProcessOrNotOurs) {
      return "";
    }
  }
}
