package bindcheck.cli;

import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out failures and the verdict
 * @param more all else
 * @param width how many characters fit in a line
 */
record Console(PrintWriter out, PrintWriter more, int width) {}
