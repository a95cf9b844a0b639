package bindcheck.faults;

import bindcheck.litmus.Findings;
import bindcheck.litmus.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which engine finds which fault of {@link RaceFault}, in proofs/RACES.md, from what was kept of
 * the last runs of each engine. There, findings are named after the fault rather than its program.
 */
final class RaceTable {
  private static final Path PAGE = Path.of("RACES.md");
  private static final Path KEPT = Path.of("src/test/resources/races");
  private static final List<String> ENGINES = List.of("jpf", "monitor", "lincheck", "stress");
  private static final List<String> UNITS = List.of("states", "schedules", "runs");
  private static final String BEGIN = "<!-- generated -->\n";
  private static final String END = "<!-- end -->\n";

  private final Map<String, Results> kept = new TreeMap<>();

  RaceTable() throws IOException {
    for (String engine : ENGINES) {
      Path file = file(engine);
      if (Files.exists(file)) {
        kept.put(engine, Results.parse(Files.readString(file)));
      }
    }
  }

  /** Keeps what an engine found, in place of what it found before. */
  static void keep(Results results) {
    try {
      Files.writeString(file(results.engine()), results.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String engine) {
    return KEPT.resolve(engine + ".json");
  }

  /** What an engine found of a fault, the last time that it was run on it. */
  Optional<Findings> of(String engine, RaceFault fault) {
    return Optional.ofNullable(kept.get(engine)).stream()
        .flatMap(results -> results.findings().stream())
        .filter(found -> found.program().equals(fault.name()))
        .findFirst();
  }

  /** A hash of the classes that an engine was run on; empty if it was not. */
  String classes(String engine) {
    return Optional.ofNullable(kept.get(engine)).map(Results::classes).orElse("");
  }

  /** The page as it is. */
  static String page() throws IOException {
    return Files.readString(PAGE);
  }

  static void write(String page) throws IOException {
    Files.writeString(PAGE, page);
  }

  /** The page with a fresh table. */
  String fresh(String page) {
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    return page.substring(0, begin) + table() + page.substring(page.indexOf(END));
  }

  private String table() {
    StringBuilder table =
        new StringBuilder("| fault | program | jpf | monitor | lincheck | stress | model |\n");
    table.append("| --- | --- | --- | --- | --- | --- | --- |\n");
    for (RaceFault fault : RaceFault.all()) {
      List<String> cells = new ArrayList<>();
      ENGINES.forEach(
          engine -> cells.add(of(engine, fault).map(RaceTable::cell).orElse("not run")));
      cells.add(fault.model().map(model -> "`" + model + "`").orElse(""));
      table.append(
          "| `%s` | `%s` | %s |\n"
              .formatted(fault.name(), fault.program().name(), String.join(" | ", cells)));
    }
    return table.toString();
  }

  private static String cell(Findings found) {
    List<String> figures = new ArrayList<>();
    UNITS.forEach(
        unit ->
            Optional.ofNullable(found.figures().get(unit))
                .ifPresent(n -> figures.add(n + " " + unit)));
    String amount = String.join(", ", figures);
    return switch (found.verdict()) {
      case FAIL -> "found, " + kind(found.reason()) + ": " + amount;
      case PASS -> "not found in " + amount;
      case INCONCLUSIVE, SKIPPED -> found.reason().lines().findFirst().orElse("");
    };
  }

  private static String kind(String reason) {
    return reason.startsWith("deadlock") || reason.startsWith("each waits for a lock")
        ? "a deadlock"
        : reason.contains("race for field")
            ? "a data race"
            : reason.contains("AssertionError")
                ? "an invariant broken"
                : reason.startsWith("outcome") ? "an outcome" : "an exception";
  }
}
