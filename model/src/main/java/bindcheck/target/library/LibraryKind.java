package bindcheck.target.library;

import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetKind;
import bindcheck.target.TargetSpecException;
import bindcheck.target.perturb.Perturbation;
import bindcheck.target.perturb.Preload;
import bindcheck.target.process.JavaCommand;
import bindcheck.target.process.ProcessTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A shared object as a target: a Java machine of its own loads it, see {@link LibraryHost}, and is
 * driven as a {@link ProcessTarget}.
 */
public final class LibraryKind implements TargetKind {
  @Override
  public String usage() {
    return "library:PATH";
  }

  @Override
  public Target open(
      String name, String file, List<Path> classpath, Duration timeOut, Duration settle) {
    return open(name, file, timeOut, settle, () -> Perturbation.NONE);
  }

  @Override
  public Target openPerturbed(
      String name, String file, List<Path> classpath, Duration timeOut, Duration settle) {
    return open(name, file, timeOut, settle, () -> Preload.build(true));
  }

  private static Target open(
      String name, String file, Duration timeOut, Duration settle, Supplier<Perturbation> by) {
    Path path = Path.of(file).toAbsolutePath();
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new TargetSpecException(name, "the path of a shared library that can be read");
    }
    List<String> command = command(path);
    try {
      return ProcessTarget.open(name, command, timeOut, settle, by.get());
    } catch (TargetException failed) {
      if (failed.reason() != TargetException.Reason.CRASHED) {
        throw failed;
      }
      throw unusable(command, timeOut)
          .<RuntimeException>map(why -> new TargetSpecException(name, why))
          .orElse(failed);
    }
  }

  private static List<String> command(Path library) {
    String temporary = "-Djna.tmpdir=" + System.getProperty("java.io.tmpdir");
    List<String> options = List.of("-XX:TieredStopAtLevel=1", temporary);
    return JavaCommand.of(options, LibraryHost.class, library.toString());
  }

  /** What the host expects instead of this library, if that is why it ends at once. */
  private static Optional<String> unusable(List<String> command, Duration timeOut) {
    try {
      Process host =
          new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      host.getOutputStream().close();
      if (host.waitFor(timeOut.toNanos(), TimeUnit.NANOSECONDS)
          && host.exitValue() == LibraryHost.UNUSABLE) {
        String said = new String(host.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().findFirst();
      }
      host.destroyForcibly();
    } catch (IOException notStarted) {
      // Then that is not why.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
