/**
 * Hunting: random concurrent load on a target, recorded and judged while it runs, round by round.
 * Each round is a kernel of its own.
 */
package bindcheck.hunt;
