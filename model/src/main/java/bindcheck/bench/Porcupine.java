package bindcheck.bench;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.file.Packaged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Athalye's linearizability checker for Go, with a model of one port and its interrupts that is
 * written by hand: what one would use if there were no judge.
 */
final class Porcupine {
  private static final String CHECKER = "github.com/anishathalye/porcupine";
  private static final String MODEL = "/bench/porcupine.go";
  private static final double NANOS = 1e9;

  private final Path program;

  /**
   * Builds it.
   *
   * @param checkout of its repository
   * @param folder in which to build
   * @throws InputException if that is none, or there is no Go
   */
  Porcupine(Path checkout, Path folder) {
    if (!Files.isRegularFile(checkout.resolve("porcupine.go"))) {
      throw new InputException(checkout, "expected a checkout of Porcupine, found no porcupine.go");
    }
    program = folder.resolve("porcupine");
    try {
      Path sources = Files.createDirectory(folder.resolve("porcupine-model"));
      Files.writeString(sources.resolve("main.go"), Packaged.text(MODEL));
      Files.writeString(sources.resolve("go.mod"), module(checkout.toAbsolutePath()));
      output(
          new ProcessBuilder("go", "build", "-mod=mod", "-o", program.toString(), ".")
              .directory(sources.toFile()));
    } catch (IOException why) {
      throw new InputException(
          checkout, "expected Go on the PATH to build Porcupine with: " + why.getMessage());
    }
  }

  private static String module(Path checkout) {
    return """
    module bindcheck/bench

    go 1.16

    require %s v0.0.0

    replace %s => %s
    """
        .formatted(CHECKER, CHECKER, checkout);
  }

  /** How many events it checks in a second, without the time in which it reads them. */
  Figure check(Path file, long events, Duration time) {
    try {
      ProcessBuilder check =
          new ProcessBuilder(
              program.toString(), file.toString(), Double.toString(time.toNanos() / NANOS));
      List<String> words = List.of(output(check).strip().split(" "));
      if (words.get(0).equals("Illegal")) {
        throw new IllegalStateException("Porcupine on " + file + ": " + Verdict.FAIL);
      }
      double seconds = Long.parseLong(words.get(1)) / NANOS;
      return new Figure(events / seconds, !words.get(0).equals("Ok"));
    } catch (IOException why) {
      throw new IllegalStateException("Porcupine on " + file + ": " + why.getMessage(), why);
    }
  }

  private static String output(ProcessBuilder command) throws IOException {
    Process process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(output.strip().lines().reduce("", (before, last) -> last));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    return output;
  }
}
