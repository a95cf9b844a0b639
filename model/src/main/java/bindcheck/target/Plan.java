package bindcheck.target;

import bindcheck.call.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What several threads do at the same time on a fresh kernel.
 *
 * @param setup calls that are made before, one after the other, and must answer OK
 * @param threads the calls of each thread
 * @param places how many places for handles there are: the set-up fills its own, and each thread
 *     has a copy of them
 */
public record Plan(
    List<PlannedCall> setup, SortedMap<String, List<PlannedCall>> threads, int places) {

  /** Keeps copies. */
  public Plan {
    setup = List.copyOf(setup);
    SortedMap<String, List<PlannedCall>> copy = new TreeMap<>();
    threads.forEach((thread, calls) -> copy.put(thread, List.copyOf(calls)));
    threads = Collections.unmodifiableSortedMap(copy);
  }

  /** The calls that the set-up and the threads make. */
  public Set<Op> calls() {
    Set<Op> calls = EnumSet.noneOf(Op.class);
    Stream.concat(setup.stream(), threads.values().stream().flatMap(List::stream))
        .forEach(call -> calls.add(call.op()));
    return calls;
  }

  /** How many places the set-up fills: the first ones. */
  int setUpPlaces() {
    return (int) setup.stream().filter(call -> call.out() != PlannedCall.NOWHERE).count();
  }

  /** Whether a deadline of a thread is to pass. */
  boolean hasFiniteDeadline() {
    return threads.values().stream().flatMap(List::stream).anyMatch(PlannedCall::hasFiniteDeadline);
  }

  /** The calls that release whoever is blocked in a call of this plan, once the set-up is made. */
  List<PlannedCall> draining() {
    List<PlannedCall> calls = new ArrayList<>();
    for (PlannedCall made : setup) {
      if (made.op() == Op.INTERRUPT_CREATE) {
        calls.add(releasing(Op.INTERRUPT_WAIT, made));
      } else if (made.op() == Op.PORT_CREATE) {
        threads.keySet().forEach(reader -> calls.add(releasing(Op.PORT_WAIT, made)));
      }
    }
    return calls;
  }

  private static PlannedCall releasing(Op blocked, PlannedCall made) {
    Invocation release = Invocation.releasing(blocked, 0);
    int[] places = new int[release.op().parameters().size()];
    Arrays.fill(places, PlannedCall.NOWHERE);
    places[0] = made.out();
    return new PlannedCall(release, places, PlannedCall.NOWHERE);
  }
}
