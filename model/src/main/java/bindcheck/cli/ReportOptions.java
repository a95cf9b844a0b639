package bindcheck.cli;

import bindcheck.explain.Coverage;
import bindcheck.explain.Expectation;
import bindcheck.explain.Report;
import bindcheck.file.OutputFile;
import bindcheck.report.HtmlReport;
import bindcheck.report.JsonReport;
import bindcheck.report.JunitReport;
import bindcheck.report.Origin;
import bindcheck.report.PageFolder;
import bindcheck.report.ScriptFolder;
import bindcheck.site.Site;
import bindcheck.spec.Glossary;
import bindcheck.spec.SpecModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is told of a check, and where. */
final class ReportOptions {
  /** More failures in one scene or history than anybody reads; they are counted up to here. */
  static final int MOST_FAILURES = 1_000;

  @Option(
      names = "--continue",
      description = "goes on after a failure, from an allowed value, and lists further ones")
  private boolean goOn;

  @Option(
      names = "--grades",
      description = {
        "judges each step by every kernel as well, and grades it; implied by what writes a report"
      })
  private boolean grades;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the report as JSON")
  private OutputFile json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "writes JUnit XML, a test a requirement")
  private OutputFile junit;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = {
        "writes DIR/index.html, a page to be read in a browser, and beside it another one,",
        "on which what failed can be stepped through"
      })
  private PageFolder html;

  @Option(
      names = "--save-scripts",
      paramLabel = "DIR",
      description = "writes the script of each failure to a file, for rerun")
  private ScriptFolder scripts;

  @Option(
      names = "--require",
      paramLabel = "R-...|N%",
      description = {
        "is INCONCLUSIVE where that requirement, or so many of all, was not exercised;",
        "may be given more than once"
      })
  private List<String> required = List.of();

  @Mixin private ExpectationOption expected;

  /** Whether the kernels are asked, too: that takes as long again. */
  boolean isGraded() {
    return grades || json != null || junit != null || html != null;
  }

  /** How many failures of a scene are looked for. */
  int mostFailures() {
    return goOn || expected.isGiven() ? MOST_FAILURES : 1;
  }

  /** How much is to be exercised. */
  Coverage coverage(Glossary glossary) {
    return Coverage.parse(required, glossary.requirements());
  }

  /** The failures that are expected, if any are. */
  Optional<Expectation> expectation(Glossary glossary) {
    return expected.read(glossary);
  }

  /** Writes what was asked for, and gives the files of scripts. */
  List<Path> write(Report report, SpecModule module) {
    if (json != null) {
      JsonReport.write(json.path(), report);
    }
    if (junit != null) {
      JunitReport.write(junit.path(), report);
    }
    if (html != null) {
      HtmlReport.write(html, report, Origin.now(Main.VERSION));
      if (!report.failures().isEmpty()) {
        Site.write(module, html.explorer());
      }
    }
    return scripts == null ? List.of() : scripts.write(report);
  }
}
