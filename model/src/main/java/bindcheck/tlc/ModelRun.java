package bindcheck.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs TLC on a model, in a process of its own: TLC keeps static state. */
public final class ModelRun {
  private ModelRun() {}

  /** Runs the model to its end; the process does not outlive this one. */
  public static ModelResult of(Model model) {
    Process process = start(model);
    Thread killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return ModelResult.parse(printed);
    } catch (IOException e) {
      throw new UncheckedIOException("TLC's output broke off", e);
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  private static Process start(Model model) {
    try {
      return new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseParallelGC",
                  "-Xmx4g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  TlcProcess.class.getName(),
                  model.module(),
                  model.name()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("no process for TLC", e);
    }
  }
}
