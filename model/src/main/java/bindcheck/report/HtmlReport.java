package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Report;
import bindcheck.file.WholeFile;

/**
 * A report as one page that is read without anything else: no network, no script. Its links lead to
 * the explorer, a page of the site that is written beside it ({@link #EXPLORER}).
 */
public final class HtmlReport {
  /** The name of the page beside it on which a script can be stepped through. */
  public static final String EXPLORER = "explorer.html";

  private HtmlReport() {}

  /**
   * Writes a report into the folder, which is made if need be.
   *
   * @throws bindcheck.file.InputException if the page cannot be written
   */
  public static void write(PageFolder folder, Report report, Origin origin) {
    folder.make();
    WholeFile.write(folder.path(), out -> out.write(of(report, origin)));
  }

  static String of(Report report, Origin origin) {
    return Html.page(
        report.verdict() + ": " + report.subject().target(),
        new HtmlBody(report, origin).toString());
  }

  /** What the verdict means, in a sentence. */
  static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "Every step was allowed.";
      case FAIL -> "At least one step was not allowed.";
      case INCONCLUSIVE, SKIPPED -> "The target could not be asked to the end.";
    };
  }
}
