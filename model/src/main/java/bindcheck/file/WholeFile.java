package bindcheck.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * A text file that is there as a whole or not at all: it is written beside its place, as a new file
 * whose name nobody can know, and renamed when it is complete. A link that has its name is replaced
 * and not followed. Its mode is 0644, less what the umask takes away; half of a character of two
 * halves is written as U+FFFD.
 */
public final class WholeFile {
  /** What writes the text. */
  public interface Writing {
    void to(BufferedWriter out) throws IOException;
  }

  private static final Set<OpenOption> ANEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private WholeFile() {}

  /**
   * Writes a file, in place of one that may be there.
   *
   * @throws InputException if that cannot be done; what was there stays
   */
  public static void write(Path file, Writing writing) {
    requireReplaceable(file);
    Path part = beside(file);
    try {
      write(file, part, writing);
    } catch (IOException e) {
      throw unwritable(file, e);
    } catch (UncheckedIOException e) {
      throw unwritable(file, e.getCause());
    }
  }

  /**
   * Says early that a file cannot be written. Nothing is changed.
   *
   * @throws InputException if so
   */
  public static void requireWritable(Path file) {
    requireReplaceable(file);
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new InputException(file, "expected a file in a folder that exists");
    }
    requireNameable(file);
    requireNewFile(file, folder);
  }

  /**
   * Says early that a folder cannot be written to, or cannot be made. Nothing is changed.
   *
   * @throws InputException if so
   */
  public static void requireWritableFolder(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      boolean isAbove = there.getNameCount() < folder.toAbsolutePath().getNameCount();
      String found = isAbove ? "a file above it: " + there : "a file";
      throw new InputException(folder, "expected a folder to write to, found " + found);
    }
    requireNewFile(folder, there);
  }

  /** A name may be too long for the folder. */
  private static void requireNameable(Path file) {
    try {
      Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException free) {
      return;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Only a try tells. */
  private static void requireNewFile(Path named, Path folder) {
    Path part = beside(folder.resolve("file"));
    try {
      Leftovers.make(part, WholeFile::anew).close();
      Leftovers.remove(part);
    } catch (IOException e) {
      throw unwritable(named, e);
    }
  }

  /** What is no file of text stays as it is: folders, devices, pipes. */
  private static void requireReplaceable(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file, "expected a file to write to, found a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InputException(file, "expected a file to write to, found a device or a pipe");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new InputException(file, "expected a file to write to, found it read-only");
    }
  }

  private static InputException unwritable(Path file, IOException why) {
    return new InputException(file, "cannot be written: " + Reason.of(why));
  }

  private static Path beside(Path file) {
    return file.toAbsolutePath().resolveSibling(".bindcheck-" + Unguessable.name() + ".part");
  }

  private static SeekableByteChannel anew(Path part) throws IOException {
    return Files.newByteChannel(part, ANEW, Mode.of("rw-r--r--", part));
  }

  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith(REPLACEMENT);
  }

  private static void write(Path file, Path part, Writing writing) throws IOException {
    try {
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(
                  Channels.newOutputStream(Leftovers.make(part, WholeFile::anew)), encoder()))) {
        writing.to(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Leftovers.remove(part);
    }
  }
}
