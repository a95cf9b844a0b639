package bindcheck.target;

import bindcheck.call.Reply;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * How the threads of a plan ended, once each had made all its calls or was blocked.
 *
 * @param replies of the calls of each thread that returned
 * @param blocked the threads whose next call is blocked
 * @param reused whether a handle was given the value of an earlier one: a call with the old value
 *     may then mean the new handle
 */
public record Ends(
    SortedMap<String, List<Reply>> replies, SortedSet<String> blocked, boolean reused) {}
