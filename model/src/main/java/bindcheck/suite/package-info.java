/**
 * Scenes and the graphs of their quiescent states, and the suites that walk them: in comes a scene
 * and a resolved variant, out come walks. May know {@code oracle}, {@code spec}, {@code script},
 * {@code call}.
 *
 * <p>A suite is the shortest set of walks that covers every edge of a graph, and the proof that
 * none is shorter.
 *
 * <p>This is the directed Chinese postman problem (Edmonds and Johnson, "Matching, Euler tours and
 * the Chinese postman", Mathematical Programming 5, 1973) with a reset: from every node one may go
 * back to the initial node at a price. The problem is solved in four separate pieces:
 *
 * <ol>
 *   <li>{@link CoverGraph} is rewritten as a circulation problem with lower bounds ({@code
 *       CoverNetwork});
 *   <li>a primal-dual method finds a cheapest circulation and the prices that prove it cheapest
 *       ({@code CheapestCirculation}; Ahuja, Magnanti and Orlin, "Network Flows", 1993, chapter 9);
 *   <li>the prices alone give the lower bound, checked by {@link Certificate};
 *   <li>an Euler circuit of the circulation (Hierholzer, Mathematische Annalen 6, 1873), cut where
 *       it resets, gives the walks, checked by {@link SuiteCheck}.
 * </ol>
 *
 * <p>The two checks share no code with the construction and none with each other: where their
 * numbers agree, the suite is as short as a suite can be. Everything is deterministic: the same
 * graph gives the same suite on every machine. Lengths and costs are in steps throughout.
 *
 * <p>{@link Course} adds walks that are not needed to cover the graph, and show what is in no state
 * of it or in a wrong one: they identify where edges end, go in circles, make calls that change
 * nothing, and make calls in ever other orders.
 */
package bindcheck.suite;
