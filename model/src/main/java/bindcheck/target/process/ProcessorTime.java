package bindcheck.target.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long each thread of a program has run, or waited for a processor to run on, as Linux counts
 * it; elsewhere there are no threads to be seen.
 *
 * @param nanos by the thread's number
 * @param names the name of each, as far as Linux keeps it
 */
record ProcessorTime(long at, Map<Long, Long> nanos, Map<Long, String> names) {
  /** What Linux keeps of a thread's name. */
  private static final int LONGEST_NAME = 15;

  /** Of ten parts of the time, so many: a thread that now and then looks at something has fewer. */
  private static final int NEARLY_ALL = 9;

  private static final int PARTS = 10;

  /** Of these processes, now. */
  static ProcessorTime of(Stream<ProcessHandle> processes) {
    ProcessorTime processorTime =
        new ProcessorTime(System.nanoTime(), new HashMap<>(), new HashMap<>());
    processes.forEach(process -> processorTime.add(Path.of("/proc/" + process.pid() + "/task")));
    return processorTime;
  }

  private void add(Path tasks) {
    try (Stream<Path> all = Files.list(tasks)) {
      for (Path task : all.toList()) {
        String[] spent = Files.readString(task.resolve("schedstat")).split(" ", -1);
        long id = Long.parseLong(task.getFileName().toString());
        nanos.put(id, Long.parseLong(spent[0]) + Long.parseLong(spent[1]));
        names.put(id, Files.readString(task.resolve("comm")).strip());
      }
    } catch (IOException endedOrNotLinux) {
      // What is not seen counts as not running.
    }
  }

  /** Whether a thread has that name. */
  boolean has(String name) {
    return names.containsValue(kept(name));
  }

  /** Whether a thread of that name has run all the time since. */
  boolean isRunning(ProcessorTime since, String name) {
    return running(since).contains(kept(name));
  }

  /** The names of the threads that have run all the time since. */
  Set<String> running(ProcessorTime since) {
    long enough = (at - since.at) / PARTS * NEARLY_ALL;
    return since.nanos.keySet().stream()
        .filter(nanos::containsKey)
        .filter(id -> nanos.get(id) - since.nanos.get(id) >= enough)
        .map(names::get)
        .collect(Collectors.toSet());
  }

  private static String kept(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
