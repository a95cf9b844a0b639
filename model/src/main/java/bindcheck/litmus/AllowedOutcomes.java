package bindcheck.litmus;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the specification allows of one program, and what it rests on.
 *
 * @param outcomes each with the number of states in which it ends
 * @param alternatives of each outcome the sets of alternatives, {@code C-...=...}, under which it
 *     comes about
 * @param by the requirements and alternatives that any step rests on
 * @param states how many there are
 */
record AllowedOutcomes(
    SortedMap<Outcome, Long> outcomes,
    Map<Outcome, Set<SortedSet<String>>> alternatives,
    SortedSet<String> by,
    int states) {}
