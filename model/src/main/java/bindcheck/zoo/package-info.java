/**
 * Implementations to measure a judge with: faulty ones, and correct ones that are unusual. Each is
 * the reference with a change to its source, or the specification with one expression changed.
 *
 * <p>In comes a name; out comes a target, or what a command came to on it. May know {@code check},
 * {@code hunt}, {@code litmus}, {@code variants}, {@code suite}, {@code history}, {@code oracle},
 * {@code target}, {@code spec}, {@code script}, {@code call}, {@code file}.
 */
package bindcheck.zoo;
