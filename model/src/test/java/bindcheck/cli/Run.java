package bindcheck.cli;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the command line in this process.
 *
 * @param code the exit code
 * @param out what went to stdout
 * @param err what went to stderr
 */
record Run(int code, String out, String err) {
  /** A check of a target with the quick suite, which is not identified before. */
  static Run quickCheck(String target, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("check", "--suite", "quick", "--target", target, "--of", "reference"));
    args.addAll(List.of(more));
    return of(args.toArray(new String[0]));
  }

  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commandLine(out, err, args).execute(args);
    return new Run(code, out.toString(), err.toString());
  }
}
