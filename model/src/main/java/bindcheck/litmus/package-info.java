/**
 * Litmus programs: a few threads with a few calls each, and the set of their final outcomes.
 *
 * <p>A {@link bindcheck.litmus.Program} is read from a file of the catalogue, an {@link
 * bindcheck.litmus.Engine} finds {@link bindcheck.litmus.Outcome}s of it, and they are compared
 * with those that the specification allows. What herd and litmus7 are for memory models.
 *
 * <p>Engines that need more than a target are rooms of their own within this one. May know {@code
 * oracle}, {@code spec}, {@code target}, {@code script}, {@code call}, {@code file}.
 */
package bindcheck.litmus;
