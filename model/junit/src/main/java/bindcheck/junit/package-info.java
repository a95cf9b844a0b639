/**
 * For the tests of an implementation: its conformance as a {@code @TestFactory} of JUnit, its races
 * as another, and arbitrary scripts and concurrent programs for the properties of jqwik.
 */
package bindcheck.junit;
