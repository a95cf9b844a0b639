/**
 * Renders what {@code explain} has put together, and decides nothing: text, JSON, JUnit XML, a
 * page, sequence charts, tests to be pasted.
 */
package bindcheck.report;
