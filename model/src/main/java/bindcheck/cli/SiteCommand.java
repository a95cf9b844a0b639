package bindcheck.cli;

import bindcheck.report.PageFolder;
import bindcheck.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bindcheck site}. */
@Command(
    name = "site",
    description = {
      "Writes a site to be opened in a browser: the document beside its formal reading, the",
      "findings, the litmus programs, and what is allowed of any script, as one types it."
    })
final class SiteCommand extends Subcommand {
  @Option(
      names = "-o",
      paramLabel = "DIR",
      required = true,
      description = "the folder to write to; made where there is none")
  private PageFolder folder;

  @Override
  public Integer call() {
    int files = Site.write(evaluation(), folder.folder());
    out().printf("%d files: open %s%n", files, folder.path());
    out().flush();
    return 0;
  }
}
