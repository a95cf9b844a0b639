package bindcheck.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * Has the last word when a command is ended by a signal, Ctrl-C say: what it has found so far. The
 * exit code is then the signal's, 130 for that one, and what the target does while it is ended with
 * the command is not told any more.
 */
final class Interruption implements AutoCloseable {
  private final PrintWriter out;
  private final PrintWriter err;
  private Thread hook;

  Interruption(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Watches until it is closed.
   *
   * @param found lines to print; asked for by another thread while the command is at work
   */
  void watch(Supplier<String> found) {
    hook = new Thread(() -> end(found.get()), "bindcheck-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(String found) {
    out.print(found);
    out.close();
    err.close();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // Then it says what there is to say.
    }
  }
}
