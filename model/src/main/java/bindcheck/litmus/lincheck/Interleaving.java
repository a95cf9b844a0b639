package bindcheck.litmus.lincheck;

import bindcheck.litmus.Program;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lincheck's account of a schedule, as a chart: a column for each thread, time going down. It folds
 * what was not interrupted; the calls are put back in, as the program has them, and what {@link
 * Scenario} and {@link ScriptedThread} do beside them is left out.
 */
final class Interleaving {
  private static final String DETAILS = "Detailed trace:";
  private static final String LAST_THREAD = "Main Thread";
  private static final String THREAD = "Thread ";
  private static final String DEADLINE = "deadline";
  private static final String FRAME = "| -";
  private static final String INDENT = "       ";

  /** A round of the loop over a thread's calls, or several. */
  private static final Pattern ROUNDS = Pattern.compile(" {5}<iterations? (\\d+)(?:-(\\d+))?>.*");

  /** The whole of a thread. */
  private static final Pattern RUN = Pattern.compile(" (?:ScriptedThread#\\d+\\.)?run\\(\\).*");

  private static final List<String> OURS =
      List.of(
          "ScriptedThread", "Scenario.", "Dispatch.make(", "<iteration", "Reply.of(", "awaitEnd(");

  private final Program program;
  private final List<String> threads;
  private final List<String> rows;
  private List<Integer> bars = List.of();
  private List<String> columns = List.of();

  private Interleaving(String table, Program program) {
    this.program = program;
    this.threads = List.copyOf(program.threads().keySet());
    this.rows = table.lines().filter(line -> line.startsWith("|")).toList();
  }

  /**
   * The chart.
   *
   * @param report what Lincheck says of a schedule: a folded chart and then one with everything
   */
  static String chart(String report, Program program) {
    int details = report.indexOf(DETAILS);
    return details < 0
        ? report.strip()
        : new Interleaving(report.substring(0, details), program).chart();
  }

  private String chart() {
    List<String> lines = new ArrayList<>();
    for (String row : rows) {
      if (row.startsWith(FRAME)) {
        lines.add(row);
      } else if (bars.isEmpty()) {
        lines.add(heading(row));
      } else {
        lines.addAll(lines(row));
      }
    }
    return String.join("\n", lines);
  }

  /** Takes note of the columns, and names them after the threads of the program. */
  private String heading(String row) {
    bars = new ArrayList<>();
    for (int bar = row.indexOf('|'); bar >= 0; bar = row.indexOf('|', bar + 1)) {
      bars.add(bar);
    }
    columns = new ArrayList<>();
    String named = row;
    for (int column = 0; column + 1 < bars.size(); column++) {
      String cell = cell(row, column);
      columns.add(thread(cell.strip()));
      named = put(named, column, cell.replace(cell.strip(), columns.get(column)));
    }
    return named;
  }

  private String thread(String heading) {
    if (heading.equals(LAST_THREAD)) {
      return threads.get(threads.size() - 1);
    }
    int number = Integer.parseInt(heading.substring(THREAD.length()));
    return number < threads.size() ? threads.get(number - 1) : DEADLINE;
  }

  private List<String> lines(String row) {
    int column = 0;
    while (cell(row, column).isBlank()) {
      column++;
    }
    String cell = cell(row, column);
    Matcher rounds = ROUNDS.matcher(cell);
    if (rounds.matches()) {
      int first = Integer.parseInt(rounds.group(1));
      int last = rounds.group(2) == null ? first : Integer.parseInt(rounds.group(2));
      return calls(row, column, first, last);
    }
    if (RUN.matcher(cell).matches() && !columns.get(column).equals(DEADLINE)) {
      return isFolded(column) ? calls(row, column, 1, Integer.MAX_VALUE) : List.of();
    }
    return OURS.stream().anyMatch(cell::contains) ? List.of() : List.of(row);
  }

  /** Whether a thread is shown in one line. */
  private boolean isFolded(int column) {
    return rows.stream()
        .filter(row -> !row.startsWith(FRAME))
        .noneMatch(row -> ROUNDS.matcher(cell(row, column)).matches());
  }

  /** Calls of the thread of a column, from the first to the last of those numbers, from 1. */
  private List<String> calls(String row, int column, int first, int last) {
    List<Line> all = program.threads().get(columns.get(column));
    return all.subList(Math.min(first - 1, all.size()), Math.min(last, all.size())).stream()
        .map(line -> put(row, column, INDENT + line.statement()))
        .toList();
  }

  private String cell(String row, int column) {
    return row.substring(bars.get(column) + 1, bars.get(column + 1));
  }

  /** The row with another text in that column, as wide as before. */
  private String put(String row, int column, String text) {
    int from = bars.get(column) + 1;
    int to = bars.get(column + 1);
    String fitting = (text + " ".repeat(to - from)).substring(0, to - from - 1) + " ";
    return row.substring(0, from) + fitting + row.substring(to);
  }
}
