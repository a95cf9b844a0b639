/**
 * What a call, a reply, an observation, a table of handles and a verdict are, and their one JSON
 * form.
 *
 * <p>In come arguments, by the C declarations of the calls, and what a target answered; out come
 * values that every other room speaks in. Nothing here knows what a call does, when it blocks or
 * what it may reply. May know {@code file} alone.
 */
package bindcheck.call;
