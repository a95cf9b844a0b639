package bindcheck.cli;

import bindcheck.report.PageFolder;
import bindcheck.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bindcheck site}. */
@Command(
    name = "site",
    description = {
      "Writes DIR/index.html, a site in one page that needs nothing else: the document beside its",
      "formal reading, the findings, the litmus programs, and what is allowed of any script."
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
    folder.make();
    Site.write(evaluation(), folder.path());
    out().printf("open %s in a browser%n", folder.path());
    out().flush();
    return 0;
  }
}
