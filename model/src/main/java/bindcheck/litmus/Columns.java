package bindcheck.litmus;

import java.util.List;
import java.util.function.IntFunction;

/** Rows of cells as text, a line each: a column is as wide as the widest of its cells. */
public final class Columns {
  private Columns() {}

  /**
   * The text.
   *
   * @param rows all of the same length, at least one
   * @param gap what stands before the cell of a column, by its place from 0
   */
  public static String of(List<List<String>> rows, IntFunction<String> gap) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(gap.apply(i)).append(row.get(i));
        line.append(" ".repeat(widths[i] - row.get(i).length()));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
