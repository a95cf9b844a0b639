package bindcheck.spec.tlc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A model of a specification in which some files have another text. */
public final class ChangedModel {
  private ChangedModel() {}

  /** What TLC says of it; the text that comes first on the class path is the one that counts. */
  public static ModelResult run(Model model, Map<String, String> changed) {
    try {
      Path folder = Files.createTempDirectory("changed");
      try {
        Path spec = Files.createDirectory(folder.resolve("spec"));
        for (Map.Entry<String, String> file : changed.entrySet()) {
          Files.writeString(spec.resolve(file.getKey()), file.getValue());
        }
        return ModelResult.parse(run(folder, model), model.properties());
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(Path folder, Model model) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                TlcProcess.class.getName(),
                model.module(),
                model.name(),
                model.mode().toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
