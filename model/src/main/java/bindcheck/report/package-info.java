/**
 * Renders what {@code explain} has put together, and decides nothing: text, JSON, JUnit XML, a
 * page, sequence charts, tests to be pasted.
 *
 * <p>May know {@code explain}, {@code check}, {@code history}, {@code oracle}, {@code script},
 * {@code call} and {@code file}; neither a suite nor the specification nor a target.
 */
package bindcheck.report;
