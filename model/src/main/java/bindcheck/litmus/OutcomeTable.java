package bindcheck.litmus;

import bindcheck.spec.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The generated part of a program's file: each outcome with the variants that allow it, whether it
 * was seen, and where it was not, why; then the requirements that the program exercises.
 */
final class OutcomeTable {
  private static final String KERNEL = "zircon-";
  private static final String GAP = "  ";
  private static final String NO = ".";
  private static final int WIDTH = 100;

  private final Program program;
  private final Map<String, AllowedOutcomes> variants;
  private final Reasons reasons;

  /**
   * Of one program.
   *
   * @param variants what each variant allows, in the order of the columns
   */
  OutcomeTable(Program program, Map<String, AllowedOutcomes> variants, Reasons reasons) {
    this.program = program;
    this.variants = variants;
    this.reasons = reasons;
  }

  /** The text, a line each; rows in the order of their outcomes. */
  @Override
  public String toString() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    variants.keySet().forEach(name -> head.add(shortened(name)));
    head.add("seen");
    head.addAll(program.threads().keySet());
    rows.add(head);
    SortedSet<Outcome> outcomes = new TreeSet<>();
    variants.values().forEach(allowed -> outcomes.addAll(allowed.outcomes().keySet()));
    outcomes.forEach(outcome -> rows.add(row(outcome)));
    return ProgramParser.OUTCOMES + "\n" + aligned(rows) + "\n" + exercises();
  }

  private static String shortened(String variant) {
    return variant.startsWith(KERNEL) ? variant.substring(KERNEL.length()) : variant;
  }

  private List<String> row(Outcome outcome) {
    List<String> row = new ArrayList<>();
    for (AllowedOutcomes allowed : variants.values()) {
      row.add(allowed.outcomes().containsKey(outcome) ? "x" : NO);
    }
    row.add(reasons.seen(program, outcome));
    outcome.endings().values().forEach(ending -> row.add(ending.toString()));
    return row;
  }

  private String aligned(List<List<String>> rows) {
    int marks = variants.size() + 1;
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
        line.append(i <= marks ? GAP : Outcome.PARALLEL).append(row.get(i));
        line.append(" ".repeat(widths[i] - row.get(i).length()));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String exercises() {
    StringBuilder text = new StringBuilder("exercises:\n");
    StringBuilder line = new StringBuilder();
    List<String> ids =
        variants.values().iterator().next().by().stream().filter(Glossary::isRequirement).toList();
    for (String id : ids) {
      if (line.length() + id.length() + 1 > WIDTH) {
        text.append(' ').append(line).append('\n');
        line.setLength(0);
      }
      line.append(' ').append(id);
    }
    return text.append(' ').append(line).append('\n').toString();
  }
}
