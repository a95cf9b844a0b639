/**
 * Litmus programs: a few threads with a few calls each, and the set of their final outcomes.
 *
 * <p>A {@link bindcheck.litmus.Program} is read from a file of the catalogue, an {@link
 * bindcheck.litmus.Engine} finds {@link bindcheck.litmus.Outcome}s of it, and they are compared
 * with those that the specification allows. What herd and litmus7 are for memory models.
 */
package bindcheck.litmus;
