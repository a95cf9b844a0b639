package bindcheck.explain;

import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.file.TextFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requirements that are known to fail. It is exact: one that is listed and passes is as wrong
 * as one that fails and is not listed.
 *
 * @param file where they are listed: an id a line, {@code #} begins a comment
 */
public record Expectation(Path file, SortedSet<String> listed) {

  /** Keeps a copy. */
  public Expectation {
    listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
  }

  /**
   * Reads a list.
   *
   * @param known the ids of all requirements
   * @throws InputException if the file cannot be read, or a line of it is no id
   */
  public static Expectation read(Path file, Set<String> known) {
    List<String> lines = TextFile.read(file, "a list of known failures").lines().toList();
    SortedSet<String> listed = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String id = lines.get(i).replaceFirst("#.*", "").strip();
      if (!id.isEmpty() && !known.contains(id)) {
        throw new InputException(
            file.toString(),
            i + 1,
            "expected the id of a requirement, found '" + Excerpt.of(id) + "'");
      }
      if (!id.isEmpty() && !listed.add(id)) {
        throw new InputException(
            file.toString(), i + 1, "expected each id once, found " + id + " again");
      }
    }
    return new Expectation(file, listed);
  }

  /** Those that fail and are not listed. */
  public SortedSet<String> unexpected(Report report) {
    SortedSet<String> failing = failing(report);
    failing.removeAll(listed);
    return failing;
  }

  /** Those that are listed and do not fail; in a part of a suite they may fail in another. */
  public SortedSet<String> passing(Report report) {
    SortedSet<String> passing = new TreeSet<>(listed);
    passing.removeAll(failing(report));
    return passing;
  }

  /** Whether exactly what is listed fails; a failure that no requirement stands for is not. */
  public boolean isMet(Report report) {
    boolean attributed =
        report.failures().stream()
            .allMatch(failure -> failure.isConsequence() || !failure.broken().isEmpty());
    boolean isPart = report.subject().shard().isPresent();
    return attributed && unexpected(report).isEmpty() && (isPart || passing(report).isEmpty());
  }

  /** Whether exactly what is listed is broken by what was rejected of a history. */
  public boolean isMet(Collection<? extends Rejected> failures) {
    SortedSet<String> failing = new TreeSet<>();
    for (Rejected failure : failures) {
      if (!failure.isConsequence()) {
        if (failure.broken().isEmpty()) {
          return false;
        }
        failing.addAll(failure.broken());
      }
    }
    return failing.equals(listed);
  }

  private static SortedSet<String> failing(Report report) {
    SortedSet<String> failing = new TreeSet<>();
    report.failing().forEach(requirement -> failing.add(requirement.id()));
    return failing;
  }
}
