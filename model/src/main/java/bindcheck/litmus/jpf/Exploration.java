package bindcheck.litmus.jpf;

import bindcheck.litmus.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run of a model checker gave.
 *
 * @param states how many there were
 * @param endStates how many of them had no step that leads further
 * @param outcomes in how many end states each was met
 * @param schedules of each outcome one interleaving that leads to it, as a chart
 * @param errors of the first property that was violated: a line, and then a chart
 * @param constraint the limit that ended the search early, if one did
 * @param crash what the model checker itself threw, if it did
 */
record Exploration(
    long states,
    long endStates,
    SortedMap<Outcome, Long> outcomes,
    SortedMap<Outcome, String> schedules,
    List<String> errors,
    Optional<String> constraint,
    Optional<String> crash) {

  Exploration {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    schedules = Collections.unmodifiableSortedMap(new TreeMap<>(schedules));
    errors = List.copyOf(errors);
  }

  static Exploration crashed(Throwable thrown) {
    return new Exploration(
        0,
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        Optional.empty(),
        Optional.of(String.valueOf(thrown.getMessage())));
  }

  /** A search that was not cut short, of these end states. */
  static Exploration complete(long states, long endStates, Map<Outcome, Long> outcomes) {
    return new Exploration(
        states,
        endStates,
        new TreeMap<>(outcomes),
        new TreeMap<>(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  Exploration withErrors(String... found) {
    return new Exploration(
        states, endStates, outcomes, schedules, List.of(found), constraint, crash);
  }

  Exploration withConstraint(String hit) {
    return new Exploration(states, endStates, outcomes, schedules, errors, Optional.of(hit), crash);
  }
}
