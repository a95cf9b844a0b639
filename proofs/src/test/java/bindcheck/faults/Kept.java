package bindcheck.faults;

import bindcheck.check.Failure;
import bindcheck.check.SceneResult;
import bindcheck.script.Script;
import bindcheck.zoo.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The script that is kept beside a fault, in a file of the same name. */
final class Kept {
  private final Path file;

  Kept(Path folder, Change fault) {
    this.file = folder.resolve(fault.name() + ".script");
  }

  Script read() {
    return Script.read(file);
  }

  /** Keeps the reproduction, with a remark where it was found and what was observed. */
  void write(SceneResult result) {
    Failure failure = result.rejections().get(0).reproduction();
    String found =
        "# found in scene %s, at step %d\n".formatted(result.size().name(), result.steps());
    String seen =
        failure.cause() == null
            ? "# observed " + failure.step().observation() + "\n"
            : "# " + failure.cause().getMessage().lines().findFirst().orElse("") + "\n";
    try {
      Files.writeString(file, found + new Script(failure.lines()) + seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
