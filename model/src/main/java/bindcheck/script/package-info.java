/**
 * The notation: calls, scripts and what a target answered, as plain data with a text form.
 *
 * <p>Nothing here knows what a call does, when it blocks or what it may reply: that is the
 * specification's. What is here is what the C declarations of the calls say, and names for numbers.
 */
package bindcheck.script;
