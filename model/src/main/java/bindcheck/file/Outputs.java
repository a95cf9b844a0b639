package bindcheck.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a command is to write, checked before its work begins: against all that it reads, one
 * against the other, and each for whether it can be written.
 */
public final class Outputs {
  private record Named(String argument, Path path, boolean isWritten) {}

  private final List<Named> taken = new ArrayList<>();

  /** Adds a file that the command reads, by the argument that names it. */
  public void reads(String argument, Path path) {
    taken.add(new Named(argument, path, false));
  }

  /**
   * Adds what it writes; what it reads was added before.
   *
   * @throws InputException if another argument names the same file, by whatever name, or it cannot
   *     be written
   */
  public void writes(String option, Output output) {
    Path path = output.path();
    for (Named other : taken) {
      if (isSame(other.path, path) || (other.isWritten && isWithin(other.path, path))) {
        throw new InputException(
            option + ": expected a file of its own, found " + path + ", as for " + other.argument);
      }
    }
    output.requireWritable();
    taken.add(new Named(option, path, true));
  }

  /** Whether both are one file, be it by links, or will be once they are written. */
  private static boolean isSame(Path one, Path other) {
    try {
      return place(one).equals(place(other))
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Whether one is to be a folder for the other, which what is written otherwise is not. */
  private static boolean isWithin(Path one, Path other) {
    try {
      return place(one).startsWith(place(other)) || place(other).startsWith(place(one));
    } catch (IOException unknown) {
      return false;
    }
  }

  /** The path without links and detours, as far as there is one yet. */
  private static Path place(Path path) throws IOException {
    Path there = path.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    Path rest = there == null ? path : there.relativize(path.toAbsolutePath());
    return there == null ? path : there.toRealPath().resolve(rest).normalize();
  }
}
