package bindcheck.litmus;

import bindcheck.spec.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The generated part of a program's file: each outcome with the variants that allow it, whether it
 * was seen, and where it was not, why; then the requirements that the program exercises.
 *
 * @param variants what each variant allows, in the order of the columns
 * @param seen the mark of an outcome for the column "seen"
 */
record OutcomeTable(
    Program program, Map<String, AllowedOutcomes> variants, Function<Outcome, String> seen) {
  private static final String KERNEL = "zircon-";
  private static final String GAP = "  ";
  private static final String NO = ".";
  private static final Pattern LINE = Pattern.compile("(.{1,99})(?: |$)");

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
    String table = Columns.of(rows, i -> i <= variants.size() + 1 ? GAP : Outcome.PARALLEL);
    return ProgramParser.OUTCOMES + "\n" + table + "\n" + exercises();
  }

  private static String shortened(String variant) {
    return variant.startsWith(KERNEL) ? variant.substring(KERNEL.length()) : variant;
  }

  private List<String> row(Outcome outcome) {
    List<String> row = new ArrayList<>();
    for (AllowedOutcomes allowed : variants.values()) {
      row.add(allowed.outcomes().containsKey(outcome) ? "x" : NO);
    }
    row.add(seen.apply(outcome));
    outcome.endings().values().forEach(ending -> row.add(ending.toString()));
    return row;
  }

  /** The requirements, with two blanks before those of each line. */
  private String exercises() {
    String ids =
        variants.values().iterator().next().by().stream()
            .filter(Glossary::isRequirement)
            .collect(Collectors.joining(" "));
    return "exercises:\n" + LINE.matcher(ids).replaceAll("  $1\n");
  }
}
