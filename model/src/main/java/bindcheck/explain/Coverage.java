package bindcheck.explain;

import bindcheck.file.InputException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much a check has to exercise, for its PASS to be one.
 *
 * @param ids these requirements
 * @param percent of all requirements, so many in a hundred
 */
public record Coverage(Set<String> ids, int percent) {
  private static final Pattern PERCENT = Pattern.compile("(100|[0-9]{1,2})%");
  private static final int ALL = 100;

  /**
   * Reads what is asked for, an id or a percentage each.
   *
   * @param known the ids of all requirements
   * @throws InputException if one is neither
   */
  public static Coverage parse(Collection<String> words, Set<String> known) {
    Set<String> ids = new TreeSet<>();
    int percent = 0;
    for (String word : words) {
      if (PERCENT.matcher(word).matches()) {
        percent = Math.max(percent, Integer.parseInt(word.substring(0, word.length() - 1)));
      } else if (known.contains(word)) {
        ids.add(word);
      } else {
        throw new InputException(
            "--require: expected a requirement, as R-bind, or 0%% to 100%%, found '%s'"
                .formatted(word));
      }
    }
    return new Coverage(ids, percent);
  }

  /** What was to be exercised and was not; empty where all was. */
  public Optional<String> unmet(Report report) {
    String missing =
        report.requirements().stream()
            .filter(requirement -> requirement.tally().grade() == Grade.NOT_EXERCISED)
            .map(Report.Requirement::id)
            .filter(ids::contains)
            .collect(Collectors.joining(" "));
    if (!missing.isEmpty()) {
      return Optional.of(missing);
    }
    boolean tooFew = report.exercised() * ALL < (long) percent * report.requirements().size();
    return tooFew ? Optional.of(percent + "%") : Optional.empty();
  }
}
