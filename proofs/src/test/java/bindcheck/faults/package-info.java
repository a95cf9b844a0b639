/**
 * Implementations that differ from the reference in one small {@link bindcheck.zoo.Change}: a bug,
 * which the check must find and reproduce by a short script, or another choice that the document
 * allows, which must pass.
 */
package bindcheck.faults;
