package bindcheck.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Files and folders that are to go by the end of this machine at the latest, be it that it is
 * interrupted or terminated. Nothing that a link points to is ever removed.
 */
final class Leftovers {
  /** Somebody who is being ended may still write into a folder that goes. */
  private static final int ATTEMPTS = 100;

  private static final long PAUSE_NANOS = 20_000_000;
  private static final Set<Path> LEFT = ConcurrentHashMap.newKeySet();

  private static boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::removeAll, "bindcheck-leftovers"));
  }

  private Leftovers() {}

  /** What makes a file or a folder. */
  interface Making<T> {
    T at(Path path) throws IOException;
  }

  /** Makes one that is to go. None is made any more once those that are there are being removed. */
  static <T> T make(Path path, Making<T> making) throws IOException {
    synchronized (LEFT) {
      if (ending) {
        throw new IOException("this process is being ended");
      }
      LEFT.add(path);
      return making.at(path);
    }
  }

  /** Removes it now, with all that is in it, if it is there. */
  static void remove(Path path) throws IOException {
    removeTree(path);
    LEFT.remove(path);
  }

  /** Removes a file, or a folder with all that is in it; a link itself, never what it points to. */
  static void removeTree(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(path, new Removing());
    } else {
      Files.deleteIfExists(path);
    }
  }

  private static void removeAll() {
    synchronized (LEFT) {
      ending = true;
    }
    for (Path path : LEFT) {
      for (int attempt = 0; attempt < ATTEMPTS && !isRemoved(path); attempt++) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static boolean isRemoved(Path path) {
    try {
      removeTree(path);
      return true;
    } catch (IOException again) {
      return false;
    }
  }

  private static final class Removing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
      if (why instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw why;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException why) throws IOException {
      if (why != null) {
        throw why;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
