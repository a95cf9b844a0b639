package bindcheck.zoo;

import bindcheck.file.Packaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One small change to the source of an implementation, read from a {@code .diff} file that is named
 * after it.
 *
 * <p>The file is a unified diff without line numbers. What stands above the first file name is
 * prose, but for lines such as {@code program: NAME}; {@code --- FILE} says which source is
 * changed, and {@code @@} alone separates two places in one file.
 *
 * @param name what the change is called
 * @param prose what it is, on one line
 * @param notes what the lines {@code KEY: VALUE} in the prose say
 * @param edits the places, all of which are changed
 */
public record Change(String name, String prose, Map<String, String> notes, List<Edit> edits) {
  private static final String SUFFIX = ".diff";

  /** Keeps copies. */
  public Change {
    notes = Map.copyOf(notes);
    edits = List.copyOf(edits);
  }

  /** The changes in a folder, sorted by name. */
  public static List<Change> allIn(Path folder) {
    return Packaged.files(folder, SUFFIX, Change::read);
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

  /** What a line {@code KEY: VALUE} in the prose says. */
  public Optional<String> note(String key) {
    return Optional.ofNullable(notes.get(key));
  }

  /**
   * The text of a source file after all edits of it.
   *
   * @throws IllegalStateException if the file no longer is what an edit was written for
   */
  public String in(String file, String text) {
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
