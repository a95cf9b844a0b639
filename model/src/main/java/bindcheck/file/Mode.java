package bindcheck.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may do what with a new file. */
final class Mode {
  private Mode() {}

  /**
   * The mode, from which the umask takes away; none where files have no modes.
   *
   * @param permissions such as {@code rw-r--r--}
   */
  static FileAttribute<?>[] of(String permissions, Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
