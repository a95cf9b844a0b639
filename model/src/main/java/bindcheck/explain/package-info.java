/**
 * Why something was rejected, and what it all comes to: the choice whose change alone would have
 * allowed it, the requirements that were not met, the grades.
 *
 * <p>In come failures of a check and rejections of a history; out come {@link
 * bindcheck.explain.Report} and {@link bindcheck.explain.Judgement}, plain data that {@code report}
 * renders.
 */
package bindcheck.explain;
