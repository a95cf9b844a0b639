package bindcheck.report;

import bindcheck.call.Verdict;
import bindcheck.explain.Report;
import bindcheck.file.InputException;
import bindcheck.file.Packaged;
import bindcheck.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A report as one page that needs nothing else: no network, no script, no further file. */
public final class HtmlReport {
  private static final String FILE = "index.html";
  private static final String OWN = "<meta name=\"generator\" content=\"bindcheck\">";

  /** In bytes; the line that says whose the page is stands before. */
  private static final int HEAD = 1_000;

  private HtmlReport() {}

  /**
   * Makes sure that the page can be written. Nothing is changed.
   *
   * @throws InputException if it cannot, or would take the place of another's
   */
  public static void requireWritable(Path folder) {
    WholeFile.requireWritableFolder(folder);
    Path file = page(folder);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(file)) {
      throw new InputException(file, "expected no file, or one that this command wrote");
    }
  }

  /** The page in a folder. */
  static Path page(Path folder) {
    return folder.resolve(FILE);
  }

  private static boolean isOwn(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(OWN);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Writes a report into the folder, which is made if need be.
   *
   * @throws InputException if the page cannot be written
   */
  public static void write(Path folder, Report report) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder, "expected a folder to write to, found none");
    }
    WholeFile.write(page(folder), out -> out.write(of(report)));
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
            OWN,
            verdict,
            Html.escape(report.subject().target()),
            Packaged.text("/report/report.css"),
            new HtmlBody(report));
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
