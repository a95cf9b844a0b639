package bindcheck.cli;

import java.io.StringWriter;

/**
 * One run of the command line in this process.
 *
 * @param code the exit code
 * @param out what went to stdout
 * @param err what went to stderr
 */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commandLine(out, err).execute(args);
    return new Run(code, out.toString(), err.toString());
  }
}
