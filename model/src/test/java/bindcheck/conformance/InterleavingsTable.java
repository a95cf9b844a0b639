package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.number;

import bindcheck.call.Verdict;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Results;
import java.util.List;

/** What is kept of the last runs of the engines on the reference, in numbers. */
final class InterleavingsTable {
  private static final List<String> UNITS = List.of("states", "schedules", "runs");

  private InterleavingsTable() {}

  static String table() {
    MarkdownTable table =
        new MarkdownTable("engine", "version", ">programs", ">how much", ">outcomes");
    for (Results results : Catalogue.kept()) {
      List<Findings> passed =
          results.findings().stream().filter(found -> found.verdict() == Verdict.PASS).toList();
      table.row(
          "`" + results.engine() + "`",
          results.version().isEmpty() ? "-" : results.version(),
          number(passed.size()),
          amount(passed),
          number(passed.stream().mapToLong(found -> found.outcomes().size()).sum()));
    }
    return table.toString();
  }

  /** The sum of what was done, in the engine's unit. */
  private static String amount(List<Findings> all) {
    Findings first = all.get(0);
    String unit =
        UNITS.stream().filter(each -> first.figures().containsKey(each)).findFirst().orElseThrow();
    return number(all.stream().mapToLong(found -> found.figures().get(unit)).sum()) + " " + unit;
  }
}
