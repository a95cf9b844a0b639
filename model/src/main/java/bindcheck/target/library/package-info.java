/**
 * Targets that are shared objects: loaded in a child process, which speaks the protocol of {@code
 * process:} targets, so that a crash of the library is a verdict and not the end.
 */
package bindcheck.target.library;
