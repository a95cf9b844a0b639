package bindcheck.litmus;

import bindcheck.spec.Alternative;
import bindcheck.spec.Variants;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why an outcome that {@code doc} allows was never seen on the reference implementation: a choice
 * that it takes otherwise, or steps that are finer than its own.
 */
final class Reasons {
  /** The outcome was seen. */
  static final String SEEN = "yes";

  /** The reference variant allows it, but the implementation makes those steps as one. */
  static final String FINER = "finer";

  /** The document does not allow it. */
  static final String NOT_ALLOWED = ".";

  private final Allowances allowances;
  private final Map<String, SortedSet<Outcome>> seen;

  /**
   * With what was seen.
   *
   * @param seen the outcomes met on the reference implementation, by program
   */
  Reasons(Allowances allowances, Map<String, SortedSet<Outcome>> seen) {
    this.allowances = allowances;
    this.seen = seen;
  }

  /** The mark for the column "seen". */
  String seen(Program program, Outcome outcome) {
    if (seen.getOrDefault(program.name(), new TreeSet<>()).contains(outcome)) {
      return SEEN;
    }
    AllowedOutcomes allowed = allowances.of(Variants.DOC).allowed(program);
    if (!allowed.outcomes().containsKey(outcome)) {
      return NOT_ALLOWED;
    }
    return allowances.of(Variants.REFERENCE).allowed(program).outcomes().containsKey(outcome)
        ? FINER
        : otherwise(allowed.alternatives(outcome));
  }

  /** The fewest alternatives that must be taken otherwise than the reference takes them. */
  private String otherwise(Set<SortedSet<String>> alternatives) {
    return alternatives.stream()
        .map(this::deviations)
        .min(
            Comparator.comparingInt((String[] d) -> d.length)
                .thenComparing(d -> String.join("", d)))
        .map(deviations -> String.join(" ", deviations))
        .orElseThrow();
  }

  private String[] deviations(SortedSet<String> taken) {
    return Alternative.among(taken).stream()
        .filter(alternative -> !allowances.reference().allows(alternative))
        .map(Alternative::toString)
        .toArray(String[]::new);
  }
}
