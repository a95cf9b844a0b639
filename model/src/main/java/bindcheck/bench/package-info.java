/**
 * Two ways to the same end, measured in one run: what this program does beside what would be used
 * instead of it, or beside the same without it.
 *
 * <p>In comes a {@link bindcheck.bench.Size}; out come rows, each with a figure a side, and their
 * ratio. May know {@code check}, {@code hunt}, {@code suite}, {@code history}, {@code oracle},
 * {@code spec}, {@code target}, {@code script}, {@code call}, {@code file}.
 */
package bindcheck.bench;
