package bindcheck.report;

import bindcheck.file.InputException;
import bindcheck.file.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The XML of JUnit's reports, as continuous integration reads it. */
final class JunitXml {
  private JunitXml() {}

  /** Tests that belong together. */
  record Suite(String name, List<Test> tests) {
    private long count(String outcome) {
      return tests.stream().filter(test -> test.outcome.equals(outcome)).count();
    }

    private String xml() {
      return "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n"
              .formatted(
                  Html.escape(name),
                  tests.size(),
                  count("failure"),
                  count("error"),
                  count("skipped"))
          + tests.stream().map(Test::xml).collect(Collectors.joining())
          + "</testsuite>\n";
    }
  }

  /** One test; what is in it is XML, and its outcome is empty if it passes. */
  record Test(String name, String className, String outcome, String content) {
    /** One that passes, and what it printed; nothing where that is empty. */
    static Test passed(String name, String className, String output) {
      String out = "<system-out>%s</system-out>".formatted(Html.escape(output));
      return new Test(name, className, "", output.isEmpty() ? "" : out);
    }

    static Test skipped(String name, String className, String message) {
      String content = "<skipped message=\"%s\"/>".formatted(Html.escape(message));
      return new Test(name, className, "skipped", content);
    }

    static Test failed(String name, String className, String message, String type, String text) {
      String content =
          "<failure message=\"%s\" type=\"%s\">%s</failure>"
              .formatted(Html.escape(message), Html.escape(type), Html.escape(text));
      return new Test(name, className, "failure", content);
    }

    /** One that could not be decided. */
    static Test undecided(String name, String className, String message, String text) {
      String content =
          "<error message=\"%s\">%s</error>".formatted(Html.escape(message), Html.escape(text));
      return new Test(name, className, "error", content);
    }

    private String xml() {
      return "<testcase name=\"%s\" classname=\"%s\">%s</testcase>\n"
          .formatted(Html.escape(name), Html.escape(className), content);
    }
  }

  static String of(List<Suite> suites) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        + suites.stream().map(Suite::xml).collect(Collectors.joining())
        + "</testsuites>\n";
  }

  /**
   * Writes the suites.
   *
   * @throws InputException if the file cannot be written
   */
  static void write(Path file, List<Suite> suites) {
    WholeFile.write(file, out -> out.write(of(suites)));
  }
}
