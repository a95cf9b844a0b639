/**
 * The library: open a target, check it, judge a history. {@link bindcheck.api.Bindcheck} is where
 * to begin.
 *
 * <p>This package is public, and what it names of others: {@link bindcheck.call.Verdict}, {@link
 * bindcheck.script.Script}, {@link bindcheck.litmus.Program}, and {@link bindcheck.target.Syscalls}
 * with {@link bindcheck.target.Packet}, which an implementation in Java is written against. All
 * other packages are internal, and change from one version to the next.
 */
package bindcheck.api;
