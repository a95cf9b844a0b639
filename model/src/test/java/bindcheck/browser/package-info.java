/** A browser for tests of pages. */
package bindcheck.browser;
