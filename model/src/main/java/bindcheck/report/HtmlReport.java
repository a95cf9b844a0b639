package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Report;
import bindcheck.file.InputException;
import bindcheck.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report as one page that needs nothing else: no network, no script, no further file. */
public final class HtmlReport {
  private static final String FILE = "index.html";
  private static final String OWN = "<meta name=\"generator\" content=\"bindcheck\">";

  private HtmlReport() {}

  /**
   * Makes sure that the page can be written.
   *
   * @throws InputException if it cannot, or would take the place of another's
   */
  public static void requireWritable(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (Files.exists(file) && !Files.readString(file).contains(OWN)) {
        throw new InputException(file, "expected no file, or one that this command wrote");
      }
    } catch (IOException e) {
      throw new InputException(folder, "expected a folder to write to, found: " + e);
    }
    if (!Files.isWritable(folder)) {
      throw new InputException(folder, "expected a folder to write to, found it read-only");
    }
  }

  /**
   * Writes a report into the folder.
   *
   * @throws InputException if the page cannot be written
   */
  public static void write(Path folder, Report report) {
    WholeFile.write(folder.resolve(FILE), out -> out.write(of(report)));
  }

  static String of(Report report) {
    String verdict = report.verdict().name();
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        %s
        <title>%s: %s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(
            OWN, verdict, Html.escape(report.subject().target()), style(), new HtmlBody(report));
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/report/report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet cannot be read", e);
    }
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
