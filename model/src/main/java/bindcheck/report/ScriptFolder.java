package bindcheck.report;

import bindcheck.explain.Explained;
import bindcheck.explain.Report;
import bindcheck.file.InputException;
import bindcheck.file.Output;
import bindcheck.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of scripts, one for each failure of a check; made where there is none. Those of an
 * earlier check are removed; while it has scripts of others it is left as it is.
 */
public record ScriptFolder(Path path) implements Output {
  private static final String SUFFIX = ".script";

  /** In bytes; what a script says of itself stands within. */
  private static final int HEAD = 64;

  @Override
  public void requireWritable() {
    WholeFile.requireWritableFolder(path);
    for (Path script : scripts()) {
      if (!isOwn(script)) {
        throw new InputException(script, "expected no script, or one that this command wrote");
      }
    }
  }

  /**
   * Writes the scripts of the failures that are no consequence of another, numbered as in the text
   * of the report.
   *
   * @return their files
   * @throws InputException if that is not possible
   */
  public List<Path> write(Report report) {
    requireWritable();
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(path);
      for (Path earlier : scripts()) {
        Files.delete(earlier);
      }
      List<Explained> failures = report.ownFailures();
      for (int i = 0; i < failures.size(); i++) {
        if (!failures.get(i).shown().lines().isEmpty()) {
          SavedScript script = new SavedScript(report, i);
          Path file = path.resolve(script.name() + SUFFIX);
          WholeFile.write(file, out -> out.write(script.text()));
          written.add(file);
        }
      }
    } catch (IOException e) {
      throw new InputException(path, "cannot be written to: " + e.getClass().getSimpleName());
    }
    return written;
  }

  private List<Path> scripts() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new InputException(path, "expected a folder that can be read");
    }
  }

  private static boolean isOwn(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).startsWith(SavedScript.MARK);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
