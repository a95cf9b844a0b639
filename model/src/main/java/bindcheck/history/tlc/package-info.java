/**
 * A second opinion on histories, which shares no search with the first: TLC itself decides whether
 * a history is a behaviour of the state machine (trace validation).
 *
 * <p>In come the events of histories, out comes how many of each are explained. May know {@code
 * history}, {@code spec}, and below.
 */
package bindcheck.history.tlc;
