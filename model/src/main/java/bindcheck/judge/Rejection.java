package bindcheck.judge;

import java.util.List;

/**
 * The first event that no execution explains, together with those before it.
 *
 * @param event its number in the history, from 0
 * @param observed what the history says there
 * @param allowed what would have been allowed in its place, with the ids that it rests on
 * @param steps a part of the history in which all but the last is allowed, and the last is not; as
 *     small as could be found
 */
public record Rejection(long event, String observed, List<Allowed> allowed, List<String> steps) {}
