package bindcheck.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A temporary folder of our own, for as long as it takes: closing it removes it, with all that is
 * in it; so does the end of this machine. Its name says whose it is, so that those of processes
 * that were killed are removed when the next process makes its first.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final String PREFIX = "bindcheck-";
  private static final AtomicBoolean IS_FIRST = new AtomicBoolean(true);

  private final Path path;

  /** Makes an empty one. */
  public ScratchFolder() {
    try {
      Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
      path =
          Leftovers.make(
              parent.resolve(PREFIX + Owner.self() + "-" + Unguessable.name()),
              made -> Files.createDirectory(made, Mode.of("rwx------", made)));
      if (IS_FIRST.getAndSet(false)) {
        removeOrphans(parent, Files.getOwner(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder", e);
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Leftovers.remove(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }

  /** What cannot be removed stays: it is in nobody's way. */
  private static void removeOrphans(Path folder, UserPrincipal self) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path each : all) {
        if (owner(each).filter(Owner::isGone).isPresent() && isFolderOf(self, each)) {
          Leftovers.removeTree(each);
        }
      }
    } catch (IOException | RuntimeException unfit) {
      return;
    }
  }

  private static Optional<Owner> owner(Path folder) {
    String name = folder.getFileName().toString();
    int end = name.lastIndexOf('-');
    return end < PREFIX.length()
        ? Optional.empty()
        : Owner.parse(name.substring(PREFIX.length(), end));
  }

  private static boolean isFolderOf(UserPrincipal user, Path path) throws IOException {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user);
  }
}
