package bindcheck.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file that is there as a whole or not at all: it is written under another name beside its
 * own, and renamed when it is complete.
 */
public final class WholeFile {
  /** What writes the text. */
  public interface Writing {
    void to(BufferedWriter out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file, in place of one that may be there.
   *
   * @throws InputException if that cannot be done; what was there stays
   */
  public static void write(Path file, Writing writing) {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      write(file, part, writing);
    } catch (IOException e) {
      throw new InputException(file, "cannot be written: " + e);
    }
  }

  /**
   * Says early that a file cannot be written; a null is none.
   *
   * @throws InputException if so
   */
  public static void requireWritable(Path... files) {
    for (Path file : files) {
      if (file != null && Files.isDirectory(file)) {
        throw new InputException(file, "expected a file to write to, found a folder");
      }
      if (file != null && !Files.isWritable(file.toAbsolutePath().getParent())) {
        throw new InputException(file, "expected a file in a folder that can be written to");
      }
    }
  }

  private static void write(Path file, Path part, Writing writing) throws IOException {
    try {
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        writing.to(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
