package bindcheck.cli;

import bindcheck.file.InputException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a command that may take long says how far it is. */
final class ProgressOption {
  @Option(
      names = "--progress",
      paramLabel = "FORM",
      description = {
        "how far it is: line, on a terminal; json, an object a line on stderr; or none",
        "(default: line where the output is a terminal)"
      })
  private String form;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress, and of the output failures and the verdict only")
  private boolean quiet;

  /** Where all goes but failures and the verdict. */
  PrintWriter more(PrintWriter out) {
    return quiet ? new PrintWriter(Writer.nullWriter()) : out;
  }

  /**
   * One that tells what was asked for.
   *
   * @throws InputException if nothing is told so
   */
  Progress open(PrintWriter err) {
    if (form == null) {
      return new Progress(quiet ? Progress.Form.NONE : Progress.Form.usual(), err);
    }
    return Arrays.stream(Progress.Form.values())
        .filter(known -> name(known).equals(form))
        .findFirst()
        .map(known -> new Progress(known, err))
        .orElseThrow(
            () ->
                new InputException(
                    "--progress: expected "
                        + Arrays.stream(Progress.Form.values())
                            .map(ProgressOption::name)
                            .collect(Collectors.joining(", "))
                        + ", found '"
                        + form
                        + "'"));
  }

  private static String name(Progress.Form form) {
    return form.name().toLowerCase(Locale.ROOT);
  }
}
