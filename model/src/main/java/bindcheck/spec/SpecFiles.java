package bindcheck.spec;

import bindcheck.file.ScratchFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import util.SimpleFilenameToStream;

/**
 * Gives TLC the modules that are packaged with this program, and TLC's own standard modules. TLC
 * reads files only, so a module is written to a private folder when it is asked for; closing
 * removes the folder.
 */
public class SpecFiles extends SimpleFilenameToStream implements AutoCloseable {
  private static final String SPECIFICATION = "/spec/";
  private static final String STANDARD = "/tla2sany/StandardModules/";

  private final ScratchFolder scratch = new ScratchFolder();
  private final Path folder = scratch.path();

  public SpecFiles() {
    this(Map.of());
  }

  /**
   * The same, but for some files, which may also be of no name that is packaged.
   *
   * @param instead the text that a file of that name has here
   */
  public SpecFiles(Map<String, String> instead) {
    try {
      for (Map.Entry<String, String> file : instead.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the specification", e);
    }
  }

  public Path folder() {
    return folder;
  }

  @Override
  public File resolve(String name, boolean isModule) {
    String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
    String plain = Path.of(file).getFileName().toString();
    boolean standard = !isOurs(plain);
    Path unpacked = folder.resolve(plain);
    try (InputStream in =
        SpecFiles.class.getResourceAsStream((standard ? STANDARD : SPECIFICATION) + plain)) {
      if (in != null && !Files.exists(unpacked)) {
        Files.copy(in, unpacked);
      }
      return new TLAFile(unpacked.toString(), standard, this);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + plain, e);
    }
  }

  @Override
  public boolean isStandardModule(String name) {
    return !isOurs(name + ".tla") && isKnown(name);
  }

  /** Whether a module of that name is part of the specification, or of TLA+. */
  static boolean isKnown(String module) {
    return isOurs(module + ".tla")
        || SpecFiles.class.getResource(STANDARD + module + ".tla") != null;
  }

  /** Whether a file of that name is part of the specification. */
  static boolean isOurs(String file) {
    return SpecFiles.class.getResource(SPECIFICATION + file) != null;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
