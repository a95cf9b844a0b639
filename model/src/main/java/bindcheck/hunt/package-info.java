/**
 * Hunting: random concurrent load on a target, recorded and judged while it runs, round by round.
 * Each round is a kernel of its own.
 *
 * <p>In come a target and a variant; out comes what was rejected, if anything was.
 */
package bindcheck.hunt;
