package bindcheck.site;

import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the table of outcomes that the build keeps in a program's file.
 *
 * @param outcome the text of the outcome
 * @param allowed whether each variant allows it, in the order of the columns
 * @param seen whether an engine saw it on the reference implementation, or why not
 */
record OutcomeRow(String outcome, List<Boolean> allowed, String seen) {
  private static final String HEAD = "outcomes:";
  private static final String FIRST_THREAD = "T1";
  private static final String YES = "x";

  /** The rows of a program; none where its file has no table. */
  static List<OutcomeRow> of(Program program) {
    List<String> lines =
        program
            .generated()
            .lines()
            .dropWhile(line -> !line.equals(HEAD))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .toList();
    List<OutcomeRow> rows = new ArrayList<>();
    if (!lines.isEmpty()) {
      int endings = lines.get(0).indexOf(FIRST_THREAD);
      int variants = words(lines.get(0).substring(0, endings)).size() - 1;
      for (String line : lines.subList(1, lines.size())) {
        List<String> marks = words(line.substring(0, endings));
        rows.add(row(program, variants, marks, line.substring(endings)));
      }
    }
    return rows;
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+", -1));
  }

  private static OutcomeRow row(Program program, int variants, List<String> marks, String written) {
    List<String> threads = List.copyOf(program.threads().keySet());
    List<String> endings = Arrays.asList(String.join(" ", words(written)).split(" \\|\\| ", -1));
    String outcome =
        IntStream.range(0, endings.size())
            .mapToObj(i -> threads.get(i) + ": " + endings.get(i))
            .collect(Collectors.joining(Outcome.PARALLEL));
    return new OutcomeRow(
        outcome,
        marks.subList(0, variants).stream().map(YES::equals).toList(),
        String.join(" ", marks.subList(variants, marks.size())));
  }
}
