package bindcheck.oracle;

import java.util.List;

/**
 * What the judge holds possible: the quiescent configurations, by their numbers in an automaton,
 * that agree with all that was observed. Sorted, so that equal sets are equal.
 */
record StateSet(List<Integer> members) {
  StateSet {
    members = members.stream().sorted().distinct().toList();
  }
}
