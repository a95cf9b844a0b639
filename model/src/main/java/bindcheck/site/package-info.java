/**
 * The site: the document statement by statement beside its formal reading, the findings, the litmus
 * programs, and a place to try scripts; one page that needs nothing else.
 *
 * <p>In comes what is packaged with this program; out comes the page. What calls do is in the site
 * as the specification's operators, translated by program ({@link Translation}); the scripts beside
 * them know no call. May know {@code findings}, {@code litmus}, {@code spec}, {@code script},
 * {@code call}, {@code file}.
 */
package bindcheck.site;
