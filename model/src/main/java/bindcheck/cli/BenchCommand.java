package bindcheck.cli;

import bindcheck.bench.BenchJson;
import bindcheck.bench.Benchmark;
import bindcheck.bench.Figure;
import bindcheck.bench.Row;
import bindcheck.bench.Size;
import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.spec.SpecModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bindcheck bench}. */
@Command(
    name = "bench",
    description = {
      "Measures what this program does beside what would be used instead of it, in the",
      "same run, and prints both figures and their ratio."
    })
final class BenchCommand extends Subcommand {
  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = {
        "what is compared: judge, tenfold, suite, explore, replay, record, hunt or porcupine; may",
        "be given more than once (default: all that can be)"
      })
  private List<String> only = List.of();

  @Option(
      names = "--size",
      defaultValue = "usual",
      description = {
        "quick: whether it works, in seconds; usual; full: histories of up to 10 000 000 events,",
        "in hours (default: ${DEFAULT-VALUE})"
      })
  private String size;

  @Option(
      names = "--porcupine",
      paramLabel = "DIR",
      description = {
        "a checkout of Porcupine, a linearizability checker in Go, to be compared with; takes Go"
      })
  private Path porcupine;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the rows as JSON")
  private OutputFile json;

  @Override
  public Integer call() throws InterruptedException {
    only.forEach(name -> require(Benchmark.names(), "comparison", name));
    require(Size.names(), "size", size);
    if (porcupine == null && only.contains(Benchmark.PORCUPINE.toString())) {
      throw new InputException("expected --porcupine DIR beside --only porcupine");
    }
    SpecModule module = evaluation();
    PrintWriter out = out();
    out.printf("program    %s%n", Main.VERSION);
    BenchJson.surroundings().forEach((what, text) -> out.printf("%-10s %s%n", what, text));
    List<Row> rows = new ArrayList<>();
    for (Benchmark each : Benchmark.values()) {
      if (only.isEmpty() || only.contains(each.toString())) {
        each.run(
            module,
            Size.named(size),
            Optional.ofNullable(porcupine),
            row -> {
              print(row, rows.isEmpty() ? "" : rows.get(rows.size() - 1).name());
              rows.add(row);
            });
      }
    }
    if (json != null) {
      BenchJson.write(json.path(), Main.VERSION, Size.named(size), rows);
    }
    return Verdict.PASS.exitCode();
  }

  private void print(Row row, String before) {
    if (!row.name().equals(before)) {
      out().printf("%n%s, in %s%n", row.name(), row.comparison().unit());
    }
    out()
        .printf(
            "  %s%n    %-20s %12s   %-20s %12s   ratio %s%n",
            row.comparison().load(),
            row.comparison().left().name(),
            text(row.left()),
            row.comparison().right().name(),
            text(row.right()),
            ratio(row));
    out().flush();
  }

  private static String text(Figure figure) {
    return "%s%,.0f".formatted(figure.isBound() ? "< " : "", figure.value());
  }

  private static String ratio(Row row) {
    boolean isLess = row.left().isBound();
    boolean isMore = row.right().isBound();
    return isLess && isMore
        ? "unknown"
        : "%s%.3g".formatted(isLess ? "< " : isMore ? "> " : "", row.ratio());
  }
}
