/**
 * What a check tells its user: grades by requirement, rejections that explain themselves, and the
 * reports that are made of both.
 *
 * <p>{@link bindcheck.explain.Grader} looks on at each step, {@link bindcheck.explain.Explainer}
 * says why a step was rejected, and {@link bindcheck.explain.Report} holds both for {@link
 * bindcheck.report.TextReport}, {@link bindcheck.report.JsonReport}, {@link
 * bindcheck.report.JunitReport} and {@link bindcheck.report.HtmlReport}.
 */
package bindcheck.report;
