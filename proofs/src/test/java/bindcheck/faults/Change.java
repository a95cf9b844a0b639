package bindcheck.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One small change to the source of the reference implementation, read from a {@code .diff} file
 * that is named after it.
 *
 * <p>The file is a unified diff without line numbers. What stands above the first file name is
 * prose, but for a line {@code scene: NAME}; {@code --- FILE} says which source is changed, and
 * {@code @@} alone separates two places in one file.
 *
 * @param name what the change is called
 * @param scene the scene that shows it, where none of the small suite does
 * @param edits the places, all of which are changed
 */
record Change(String name, Optional<String> scene, List<Edit> edits) {
  private static final String SUFFIX = ".diff";

  /** The changes in a folder, sorted by name. */
  static List<Change> allIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(Change::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Change read(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - SUFFIX.length());
    try {
      return new ChangeReader(name).read(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text of a source file after all edits of it.
   *
   * @throws IllegalStateException if the file no longer is what an edit was written for
   */
  String in(String file, String text) {
    String changed = text;
    for (Edit edit : edits) {
      if (edit.file().equals(file)) {
        changed = edit.in(changed);
      }
    }
    return changed;
  }

  @Override
  public String toString() {
    return name;
  }
}
