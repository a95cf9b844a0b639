package bindcheck.target;

import bindcheck.call.Reply;
import java.util.List;

/**
 * How the threads of a plan ended, once each had made all its calls or was blocked.
 *
 * @param replies of the calls that returned, by thread in the order of the plan; where there are
 *     fewer than calls, the next one is blocked
 * @param reused whether a handle was given the value of an earlier one: a call with the old value
 *     may then mean the new handle
 */
public record Ends(List<List<Reply>> replies, boolean reused) {}
