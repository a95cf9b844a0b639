/**
 * The models of the specification, run by TLC in a process of their own, and what came of them.
 *
 * <p>In comes an entry of {@code spec/manifest.json}, out comes what holds, with its counts.
 */
package bindcheck.spec.tlc;
