package bindcheck.report;

import java.util.List;

/** A sequence chart as an SVG picture that stands in a page, whose style sheet colours it. */
final class SvgChart {
  private static final int COLUMN = 64;
  private static final int ROW = 34;
  private static final int TOP = 44;
  private static final int GAP = 14;
  private static final double LETTER = 7.3;

  private final SequenceChart chart;
  private final StringBuilder svg = new StringBuilder();
  private final int labels;
  private final int kernel;
  private final int height;

  private SvgChart(SequenceChart chart) {
    this.chart = chart;
    int longest = chart.rows().stream().mapToInt(row -> row.label().length()).max().orElse(0);
    this.labels = chart.threads().size() * COLUMN - COLUMN / 2 + GAP;
    this.kernel = labels + (int) (Math.max(longest, 12) * LETTER) + GAP;
    this.height = TOP + chart.rows().size() * ROW + GAP;
  }

  static String of(SequenceChart chart) {
    return new SvgChart(chart).draw();
  }

  private String draw() {
    int width = kernel + COLUMN / 2;
    add(
        ("<svg class=\"chart\" role=\"img\" aria-label=\"sequence chart\" viewBox=\"0 0 %d %d\""
                + " style=\"width:%dpx\">")
            .formatted(width, height, width));
    for (int thread = 0; thread < chart.threads().size(); thread++) {
      lifeline(x(thread), chart.threads().get(thread));
      bars(thread);
    }
    lifeline(kernel, "target");
    List<SequenceChart.Row> rows = chart.rows();
    for (int i = 0; i < rows.size(); i++) {
      arrow(rows.get(i), TOP + i * ROW + ROW - GAP);
    }
    return svg.append("</svg>").toString();
  }

  private static int x(int thread) {
    return COLUMN / 2 + thread * COLUMN;
  }

  private void lifeline(int x, String name) {
    add("<text class=\"who\" x=\"%d\" y=\"18\">%s</text>".formatted(x, Html.escape(name)));
    add("<line class=\"life\" x1=\"%d\" y1=\"26\" x2=\"%d\" y2=\"%d\"/>".formatted(x, x, height));
  }

  /** A bar for each time in which the thread has a call in progress. */
  private void bars(int thread) {
    int from = -1;
    for (int i = 0; i <= chart.rows().size(); i++) {
      boolean busy = i < chart.rows().size() && chart.rows().get(i).busy().contains(thread);
      if (busy && from < 0) {
        from = i;
      } else if (!busy && from >= 0) {
        int top = TOP + from * ROW + ROW - GAP;
        int end = i < chart.rows().size() ? TOP + i * ROW + ROW - GAP : height;
        add(
            "<rect class=\"busy\" x=\"%d\" y=\"%d\" width=\"8\" height=\"%d\"/>"
                .formatted(x(thread) - 4, top, end - top));
        from = -1;
      }
    }
  }

  private void arrow(SequenceChart.Row row, int y) {
    String style =
        row.isWrong() ? "wrong" : row.kind() == SequenceChart.Kind.CALL ? "call" : "reply";
    int near = x(row.thread()) + 4;
    if (row.kind() != SequenceChart.Kind.BLOCKED && row.kind() != SequenceChart.Kind.EXPIRE) {
      add(
          "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
              .formatted(style, near, y, kernel, y));
      boolean right = row.kind() == SequenceChart.Kind.CALL;
      int tip = right ? kernel : near;
      int back = right ? -8 : 8;
      add("<path class=\"tip %s\" d=\"M%d %d l%d -4 v8 z\"/>".formatted(style, tip, y, back));
    } else {
      add(
          "<circle class=\"tip %s\" cx=\"%d\" cy=\"%d\" r=\"5\"/>"
              .formatted(style, x(row.thread()), y));
      add(
          "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke-dasharray=\"2 4\"/>"
              .formatted(style, near, y, labels, y));
    }
    add(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
            .formatted(style, labels, y - 5, Html.escape(row.label())));
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }
}
