package bindcheck.report;

import bindcheck.check.Failure;
import bindcheck.history.judge.Contradiction;
import java.util.ArrayList;
import java.util.List;

/** A sequence chart for a console. */
public final class TextChart {
  private static final int COLUMN = 6;

  private TextChart() {}

  /** What a history shows that is not allowed, a line each. */
  public static List<String> of(Contradiction contradiction) {
    return of(SequenceChart.of(contradiction));
  }

  /** What a script did up to the call that is not allowed, a line each. */
  public static List<String> of(Failure failure) {
    return of(SequenceChart.of(failure));
  }

  /** The lines of the chart; what was rejected is marked at its end. */
  static List<String> of(SequenceChart chart) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    chart.threads().forEach(thread -> head.append(centred(thread)));
    lines.add(head.toString().stripTrailing());
    for (SequenceChart.Row row : chart.rows()) {
      lines.add(line(chart, row));
    }
    return lines;
  }

  private static String centred(String thread) {
    String text = thread.length() < COLUMN ? thread : thread.substring(0, COLUMN - 1);
    int left = (COLUMN - text.length() + 1) / 2;
    return " ".repeat(left) + text + " ".repeat(COLUMN - left - text.length());
  }

  private static String line(SequenceChart chart, SequenceChart.Row row) {
    StringBuilder line = new StringBuilder();
    for (int thread = 0; thread < chart.threads().size(); thread++) {
      String mark = thread == row.thread() ? end(row.kind()) : lifeline(row, thread);
      boolean passed = thread > row.thread();
      String shaft = passed || thread == row.thread() ? shaft(row.kind()) : " ";
      line.append((passed ? shaft(row.kind()) : " ").repeat(COLUMN / 2))
          .append(mark)
          .append(shaft.repeat(COLUMN - COLUMN / 2 - 1));
    }
    String tip = row.kind() == SequenceChart.Kind.CALL ? "> " : shaft(row.kind()) + " ";
    return line + tip + row.label() + (row.isWrong() ? "   <== not allowed" : "");
  }

  private static String end(SequenceChart.Kind kind) {
    return switch (kind) {
      case CALL -> "o";
      case REPLY -> "<";
      case EXPIRE -> "@";
      case BLOCKED -> "#";
      case CRASH -> "X";
    };
  }

  private static String shaft(SequenceChart.Kind kind) {
    return switch (kind) {
      case CALL, REPLY -> "-";
      case EXPIRE, BLOCKED, CRASH -> ".";
    };
  }

  private static String lifeline(SequenceChart.Row row, int thread) {
    return row.busy().contains(thread) ? "#" : "|";
  }
}
