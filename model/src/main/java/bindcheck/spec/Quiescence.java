package bindcheck.spec;

import bindcheck.call.Reply;
import java.util.SortedMap;

/**
 * How calls in progress may come to rest.
 *
 * @param configuration the number of the quiescent configuration, its finished calls returned
 * @param replies the replies of the calls that returned, by thread, in the specification's numbers
 * @param by the number of the ids that the steps rest on
 */
public record Quiescence(int configuration, SortedMap<String, Reply> replies, int by) {}
