/**
 * The main job: the walks of a suite, replayed on a target, each step judged by the oracle.
 *
 * <p>In come a suite and a target; out come figures and failures, each with a script that was
 * shrunk until every line of it is needed.
 */
package bindcheck.check;
