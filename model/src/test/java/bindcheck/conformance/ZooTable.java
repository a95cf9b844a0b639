package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.zoo.ZooRow;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the commands find of the implementations of the zoo. */
final class ZooTable {
  /** A change of an operator of the specification is named after it. */
  private static final String CHANGED = "!";

  private ZooTable() {}

  /** By who found them. */
  static String sums(List<ZooRow> rows) {
    MarkdownTable table = new MarkdownTable("implementations", ">all", "found by", ">found");
    row(table, "changes of the reference, each a fault", rows, ZooTable::isByHand);
    row(table, "changes of the specification", rows, row -> row.name().contains(CHANGED));
    row(table, "changes of the reference, each a race", rows, row -> row.kind().equals("race"));
    return table.toString();
  }

  private static void row(
      MarkdownTable table, String what, List<ZooRow> rows, Predicate<ZooRow> which) {
    List<ZooRow> all = rows.stream().filter(which).toList();
    SortedMap<String, Long> found =
        all.stream()
            .collect(Collectors.groupingBy(ZooTable::finder, TreeMap::new, Collectors.counting()));
    String size = number(all.size());
    for (String finder : found.keySet()) {
      table.row(what, size, finder, number(found.get(finder)));
    }
  }

  /** The command without the options that say how long. */
  private static String finder(ZooRow row) {
    String command = row.command().replaceAll(" --(time|threads|seed|runs) \\d+", "");
    String engine = command.replaceFirst("(--engine [a-z]+).*", "$1");
    return row.isFound() ? "`" + engine + "`" : "nothing";
  }

  private static boolean isByHand(ZooRow row) {
    return row.kind().equals("fault") && !row.name().contains(CHANGED);
  }

  /** Each fault and each race. */
  static String byHand(List<ZooRow> rows) {
    MarkdownTable table = new MarkdownTable("implementation", "", "found by", ">calls", ">script");
    rows.stream()
        .filter(row -> isByHand(row) || row.kind().equals("race"))
        .forEach(
            row ->
                table.row(
                    row.name(),
                    row.kind(),
                    finder(row),
                    number(row.calls()),
                    row.script() == 0 ? "" : number(row.script())));
    return table.toString();
  }

  /** The changes of each operator of the specification together. */
  static String byProgram(List<ZooRow> rows) {
    MarkdownTable table =
        new MarkdownTable("operator", ">changes", ">found", ">most calls", ">longest script");
    Function<ZooRow, String> operator = row -> row.name().replaceFirst("\\.\\d+$", "");
    SortedMap<String, List<ZooRow>> byOperator =
        rows.stream()
            .filter(row -> row.name().contains(CHANGED))
            .collect(Collectors.groupingBy(operator, TreeMap::new, Collectors.toList()));
    byOperator.forEach(
        (name, changes) ->
            table.row(
                "`" + name + "`",
                number(changes.size()),
                number(changes.stream().filter(ZooRow::isFound).count()),
                number(changes.stream().mapToLong(ZooRow::calls).max().orElse(0)),
                number(changes.stream().mapToInt(ZooRow::script).max().orElse(0))));
    return table.toString();
  }
}
