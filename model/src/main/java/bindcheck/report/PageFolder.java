package bindcheck.report;

import bindcheck.file.Output;
import java.nio.file.Path;

/** A folder that a page is written to, and that is made where there is none. */
public record PageFolder(Path folder) implements Output {
  @Override
  public Path path() {
    return HtmlReport.page(folder);
  }

  @Override
  public void requireWritable() {
    HtmlReport.requireWritable(folder);
  }
}
