package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.script.Line;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What several threads do at the same time on a fresh kernel: calls, never the passing of a
 * deadline. A thread uses the handles of the set-up and those that it has made itself.
 *
 * @param setup calls that are made before, one after the other, and must answer OK
 * @param threads the calls of each thread
 */
public record Plan(List<Line> setup, SortedMap<String, List<Line>> threads) {

  /** Keeps copies. */
  public Plan {
    setup = List.copyOf(setup);
    SortedMap<String, List<Line>> copy = new TreeMap<>();
    threads.forEach((thread, calls) -> copy.put(thread, List.copyOf(calls)));
    threads = Collections.unmodifiableSortedMap(copy);
  }

  /** The calls that the set-up and the threads make. */
  public Set<Op> calls() {
    Set<Op> calls = EnumSet.noneOf(Op.class);
    Stream.concat(setup.stream(), threads.values().stream().flatMap(List::stream))
        .forEach(line -> calls.add(line.call().op()));
    return calls;
  }

  /** Whether a deadline of a thread is to pass. */
  boolean hasFiniteDeadline() {
    return threads.values().stream()
        .flatMap(List::stream)
        .map(Line::call)
        .anyMatch(Call::hasFiniteDeadline);
  }
}
