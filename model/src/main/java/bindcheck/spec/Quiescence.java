package bindcheck.spec;

import java.util.SortedMap;
import tlc2.value.impl.Value;

/**
 * How calls in progress may come to rest.
 *
 * @param configuration the number of the quiescent configuration, its finished calls returned
 * @param replies the replies of the calls that returned, by thread
 * @param by the number of the ids that the steps rest on
 */
public record Quiescence(int configuration, SortedMap<String, Value> replies, int by) {}
