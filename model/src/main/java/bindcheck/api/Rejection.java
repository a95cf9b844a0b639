package bindcheck.api;

import bindcheck.call.Verdict;
import bindcheck.check.Failure;
import bindcheck.explain.Cause;
import bindcheck.explain.CauseSearch;
import bindcheck.explain.Explained;
import bindcheck.explain.Judgement;
import bindcheck.explain.Rejected;
import bindcheck.oracle.Allowed;
import bindcheck.report.TextChart;
import bindcheck.script.Line;
import bindcheck.spec.Glossary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is not allowed, and why. Its text is all of it, for a person.
 *
 * @param verdict FAIL, or INCONCLUSIVE where the target could not be asked any longer
 * @param where the scene, the script, or the file and line of a history
 * @param count how often the like came about
 * @param isConsequence whether it may follow from an earlier one only
 * @param observed what was observed, or what the target did instead of showing anything
 * @param allowed what would have been allowed in its place
 * @param broken the requirements that were not met, each with what is required
 * @param cause the choice whose change alone would have allowed it
 * @param script calls of which the last is not allowed, in the notation of scripts; empty for a
 *     history
 * @param chart the same as a sequence chart, a line each
 */
public record Rejection(
    Verdict verdict,
    String where,
    int count,
    boolean isConsequence,
    String observed,
    List<String> allowed,
    SortedMap<String, String> broken,
    Optional<String> cause,
    List<String> script,
    List<String> chart) {
  private static final String ROW = "  %-11s %s%n";
  private static final int MOST_SHOWN = 6;

  /** Keeps copies. */
  public Rejection {
    allowed = List.copyOf(allowed);
    broken = new TreeMap<>(broken);
    script = List.copyOf(script);
    chart = List.copyOf(chart);
  }

  static Rejection of(Explained failure, Glossary glossary) {
    return of(
        failure,
        failure.verdict(),
        "scene " + failure.scene(),
        glossary,
        texts(failure.shown().lines()),
        TextChart.of(failure.shown()));
  }

  static Rejection of(String file, Judgement.Refutation failure, Glossary glossary) {
    return of(
        failure,
        Verdict.FAIL,
        file + ":" + failure.line(),
        glossary,
        List.of(),
        TextChart.of(failure.rejection().contradiction()));
  }

  private static Rejection of(
      Rejected failure,
      Verdict verdict,
      String where,
      Glossary glossary,
      List<String> script,
      List<String> chart) {
    return new Rejection(
        verdict,
        where,
        failure.count(),
        failure.isConsequence(),
        failure.observed(),
        observations(failure.allowed()),
        meanings(failure.broken(), glossary),
        failure.cause().map(Cause::text),
        script,
        chart);
  }

  /** Of a script that was played: nobody has looked for a cause. */
  static Rejection of(Failure failure, CauseSearch causes, Glossary glossary) {
    boolean isObserved = failure.isObserved();
    return new Rejection(
        failure.verdict(),
        "the script",
        1,
        false,
        failure.observed(),
        isObserved ? observations(failure.step().allowed()) : List.of(),
        isObserved ? meanings(causes.broken(failure), glossary) : new TreeMap<>(),
        Optional.empty(),
        texts(failure.lines()),
        TextChart.of(failure));
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::toString).toList();
  }

  private static List<String> observations(List<Allowed> allowed) {
    return allowed.stream().map(one -> one.observation().toString()).toList();
  }

  private static SortedMap<String, String> meanings(Collection<String> ids, Glossary glossary) {
    return ids.stream()
        .collect(Collectors.toMap(id -> id, glossary::text, (a, b) -> a, TreeMap::new));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("%s in %s".formatted(verdict, where));
    text.append(count == 1 ? "\n" : ", %d times alike%n".formatted(count));
    text.append(ROW.formatted("observed", observed));
    allowed.stream().limit(MOST_SHOWN).forEach(one -> text.append(ROW.formatted("allowed", one)));
    if (allowed.size() > MOST_SHOWN) {
      text.append(ROW.formatted("", "and " + (allowed.size() - MOST_SHOWN) + " more"));
    }
    broken.forEach((id, meaning) -> text.append(ROW.formatted("broken", id + ": " + meaning)));
    cause.ifPresent(known -> text.append(ROW.formatted("cause", known)));
    text.append('\n');
    if (!script.isEmpty()) {
      script.forEach(line -> text.append("    ").append(line).append('\n'));
      text.append('\n');
    }
    chart.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}
