package bindcheck.trace;

import java.util.List;

/**
 * One walk: set-up, edges of the graph, and what drains it; it begins with an empty kernel.
 *
 * @param number from 1
 */
record TraceWalk(int number, List<TraceStep> steps) {}
