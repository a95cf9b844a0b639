package bindcheck.spec.tlc;

import bindcheck.spec.SpecFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tlc2.tool.distributed.TLCServerRMI;

/**
 * The specification as the server has it, which may be another edition than this program's. Text
 * only: TLC would load classes from there as well.
 */
final class ServedFiles extends SpecFiles {
  private final TLCServerRMI server;

  ServedFiles(TLCServerRMI server) {
    this.server = server;
  }

  @Override
  public File resolve(String name, boolean isModule) {
    String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
    Path text = folder().resolve(Path.of(file).getFileName());
    try {
      if (file.matches(".*\\.(tla|cfg)") && !Files.exists(text)) {
        Files.write(text, server.getFile(text.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return super.resolve(name, isModule);
  }
}
