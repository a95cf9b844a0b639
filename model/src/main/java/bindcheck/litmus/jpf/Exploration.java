package bindcheck.litmus.jpf;

import bindcheck.litmus.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one search gave.
 *
 * @param states how many there were
 * @param endStates how many of them had no step that leads further
 * @param outcomes in how many end states each was met
 * @param charts of each outcome, how it was come to first
 * @param errors of the first property that was violated: a line, and then a chart
 * @param constraint the limit that ended the search early, if one did
 * @param crash what the model checker itself threw, if it did
 */
record Exploration(
    long states,
    long endStates,
    SortedMap<Outcome, Long> outcomes,
    Map<Outcome, String> charts,
    List<String> errors,
    Optional<String> constraint,
    Optional<String> crash) {

  Exploration {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    charts = Map.copyOf(charts);
    errors = List.copyOf(errors);
  }

  static Exploration crashed(Throwable thrown) {
    Optional<String> message = Optional.of(String.valueOf(thrown.getMessage()));
    return new Exploration(0, 0, new TreeMap<>(), Map.of(), List.of(), Optional.empty(), message);
  }
}
