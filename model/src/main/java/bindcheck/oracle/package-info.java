/**
 * What is allowed now: the set of all states that agree with what was observed at each quiescence.
 *
 * <p>In come lines of a script and observations; out comes what is allowed, and what it rests on.
 * {@link bindcheck.oracle.Vocabulary} is the one place where names and 64-bit values become the
 * numbers of the specification. May know {@code call}, {@code script}, {@code spec} and {@code
 * target}.
 */
package bindcheck.oracle;
