package bindcheck.report;

import bindcheck.file.ReportException;
import bindcheck.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a report is written to. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Says early that a file cannot be written; a null is none.
   *
   * @throws ReportException if so
   */
  public static void requireWritable(Path... files) {
    for (Path file : files) {
      if (file != null && Files.isDirectory(file)) {
        throw new ReportException(file, 0, "expected a file to write to, found a folder");
      }
      if (file != null && !Files.isWritable(file.toAbsolutePath().getParent())) {
        throw new ReportException(file, 0, "expected a file in a folder that can be written to");
      }
    }
  }

  /**
   * Writes a report.
   *
   * @throws ReportException if the file cannot be written
   */
  static void write(Path file, String text) {
    try {
      WholeFile.write(file, out -> out.write(text));
    } catch (IOException e) {
      throw new ReportException(file, 0, "cannot be written: " + e);
    }
  }
}
