package bindcheck.litmus.monitor;

import bindcheck.litmus.Columns;
import java.util.ArrayList;
import java.util.List;

/** What the strands of an execution did, one column for each, time going down. */
final class Chart {
  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  /** With a column for each of these but the first, which makes the set-up. */
  Chart(List<String> names) {
    columns = names.size() - 1;
    rows.add(List.copyOf(names.subList(1, names.size())));
  }

  void add(int strand, String what) {
    if (strand > 0) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(i == strand ? what : "");
      }
      rows.add(row);
    }
  }

  @Override
  public String toString() {
    return Columns.of(rows, column -> column == 0 ? "  " : " | ");
  }
}
