/**
 * Implementations under test: what every one of them can be asked to do, and those that are Java.
 *
 * <p>Nothing here knows what a call should do. Only {@link bindcheck.target.ReferenceTarget} knows
 * the reference implementation; everything else reaches it as it reaches anyone's.
 */
package bindcheck.target;
