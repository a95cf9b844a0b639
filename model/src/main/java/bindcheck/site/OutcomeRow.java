package bindcheck.site;

import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      rows.add(row(program, words(lines.get(0)).indexOf(FIRST_THREAD), words(line)));
    }
    return rows;
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+", -1));
  }

  private static OutcomeRow row(Program program, int columns, List<String> words) {
    String[] endings = String.join(" ", words.subList(columns, words.size())).split(" \\|\\| ", -1);
    List<String> threads = List.copyOf(program.threads().keySet());
    String outcome =
        String.join(
            Outcome.PARALLEL,
            IntStream.range(0, endings.length)
                .mapToObj(i -> threads.get(i) + ": " + endings[i])
                .toList());
    return new OutcomeRow(
        outcome,
        words.subList(0, columns - 1).stream().map(YES::equals).toList(),
        words.get(columns - 1));
  }
}
