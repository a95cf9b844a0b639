/**
 * The judge of recorded histories: section by section, with what is allowed in the place of what
 * was rejected, and a contradiction as small as could be found.
 *
 * <p>In comes a file or a stream of sections, out come verdicts and rejections; why is for {@code
 * explain} to say.
 */
package bindcheck.history.judge;
