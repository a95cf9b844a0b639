package bindcheck.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown, a row at a time. */
final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();

  /** Begins with the heads; one that begins with {@code >} stands over numbers. */
  MarkdownTable(String... heads) {
    row(Arrays.stream(heads).map(head -> head.replaceFirst("^>", "")).toList());
    row(Arrays.stream(heads).map(head -> head.startsWith(">") ? "---:" : "---").toList());
  }

  MarkdownTable row(Object... cells) {
    row(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  private void row(List<String> cells) {
    text.append(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Each as code, in a row of one cell; a dash where there is none. */
  static String code(Iterable<String> names) {
    StringBuilder cell = new StringBuilder();
    names.forEach(name -> cell.append(cell.isEmpty() ? "`" : " `").append(name).append('`'));
    return cell.isEmpty() ? "-" : cell.toString();
  }

  /** The number with its thousands apart, as the prose has it. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
