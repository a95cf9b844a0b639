/**
 * The notation: scripts, whose lines are calls by thread, as plain data with a text form.
 *
 * <p>In comes text, out come lines; {@link bindcheck.script.Script#toString} is the inverse.
 * Nothing here knows what a call does. May know {@code call} and {@code file}.
 */
package bindcheck.script;
