package bindcheck.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be used, for a person. */
final class Reason {
  private Reason() {}

  static String of(IOException why) {
    if (why instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (why instanceof AccessDeniedException) {
      return "not permitted";
    }
    if (why instanceof NotDirectoryException) {
      return "not a folder";
    }
    String reason =
        why instanceof FileSystemException failed ? failed.getReason() : why.getMessage();
    return reason == null ? why.getClass().getSimpleName() : reason;
  }
}
