/**
 * Findings: the places at which the document is ambiguous, silent or contradictory, or which a
 * kernel breaks. Each is a file of {@code spec/findings}, with a script or a litmus program that
 * separates its readings. Nothing here knows what a call does: what a reading allows is asked of
 * the specification, and what a target does is judged by the same.
 *
 * <p>In come the files, and a target; out comes each finding as data, what every variant and every
 * reading of it allows, and which of them a target follows. May know {@code check}, {@code litmus},
 * {@code variants}, {@code oracle}, {@code spec}, {@code target}, {@code script}, {@code call},
 * {@code file}.
 */
package bindcheck.findings;
