package bindcheck.cli;

import bindcheck.call.Verdict;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;

/** What no command can go on without: memory, and room on the stack. */
final class Exhaustion {
  private Exhaustion() {}

  /** Has the program end with a line and its exit code, whichever thread it is that needs more. */
  static void watch(PrintWriter err) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          err.println("bindcheck: " + of(thrown).orElse(thread.getName() + ": " + thrown));
          err.flush();
          if (of(thrown).isPresent()) {
            System.exit(Verdict.INCONCLUSIVE.exitCode());
          }
        });
  }

  /** What is missing, where that is why this was thrown. */
  static Optional<String> of(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(VirtualMachineError.class::isInstance)
        .findFirst()
        .map(error -> Verdict.INCONCLUSIVE + ": " + missing(error));
  }

  private static String missing(Throwable error) {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return error instanceof OutOfMemoryError
        ? "the %d MB of memory are not enough; JDK_JAVA_OPTIONS=-Xmx... gives more"
            .formatted(megabytes)
        : "the stack is not deep enough; JDK_JAVA_OPTIONS=-Xss... makes it deeper";
  }
}
