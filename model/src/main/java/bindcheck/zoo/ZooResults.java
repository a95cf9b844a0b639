package bindcheck.zoo;

import bindcheck.file.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps a table of results up to date, row by row: a tour takes hours. */
public final class ZooResults {
  private final Path file;
  private final SortedMap<String, ZooRow> rows = new TreeMap<>();

  /**
   * Goes on with what is there.
   *
   * @param file null where nothing is to be kept
   */
  public ZooResults(Path file) {
    this.file = file;
    if (file != null && Files.exists(file)) {
      ZooRow.read(file).forEach(row -> rows.put(row.name(), row));
    }
  }

  /** In place of what was said of the same implementation before. */
  public void put(ZooRow row) {
    rows.put(row.name(), row);
    if (file != null) {
      WholeFile.write(
          file,
          out -> {
            for (ZooRow each : rows.values()) {
              out.append(each.toString()).append('\n');
            }
          });
    }
  }
}
