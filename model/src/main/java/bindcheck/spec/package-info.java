/**
 * The specification, evaluated: the one room that sees its terms.
 *
 * <p>In come calls in the specification's small numbers; out come configurations, steps and
 * replies, each a number or plain data. What a call does is not known here either: it is what the
 * text of {@code spec/} evaluates to. May know {@code tla}, {@code call} and {@code file}.
 */
package bindcheck.spec;
