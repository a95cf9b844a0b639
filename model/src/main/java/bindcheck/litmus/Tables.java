package bindcheck.litmus;

import bindcheck.spec.Alternative;
import bindcheck.spec.Variants;
import bindcheck.target.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is allowed of each program and what was seen, side by side; and whether the two agree. */
public final class Tables {
  private final Allowances allowances;
  private final List<String> variants;
  private final Map<String, SortedSet<Outcome>> seen = new TreeMap<>();

  /**
   * With columns for these variants.
   *
   * @param kept what was found; of it, that of the reference implementation counts as seen
   */
  public Tables(Allowances allowances, List<String> variants, List<Results> kept) {
    this.allowances = allowances;
    this.variants = List.copyOf(variants);
    kept.stream()
        .filter(results -> results.target().equals(Targets.DEFAULT))
        .flatMap(results -> results.findings().stream())
        .forEach(
            each ->
                seen.computeIfAbsent(each.program(), name -> new TreeSet<>())
                    .addAll(each.outcomes().keySet()));
  }

  /** The generated part of the program's file. */
  public String of(Program program) {
    Map<String, AllowedOutcomes> columns = new LinkedHashMap<>();
    variants.forEach(variant -> columns.put(variant, allowances.of(variant).allowed(program)));
    return new OutcomeTable(program, columns, outcome -> mark(program, outcome)).toString();
  }

  /** The outcomes of the program that were seen on the reference implementation. */
  public SortedSet<Outcome> seen(Program program) {
    return new TreeSet<>(seen.getOrDefault(program.name(), new TreeSet<>()));
  }

  /**
   * Why an outcome was not seen, or that it was; see the column "seen" of the table: {@code yes};
   * {@code .} where the document does not allow it; {@code finer} where the reference variant
   * allows it, but the implementation makes those steps as one; else the alternatives that the
   * reference takes otherwise.
   */
  public String mark(Program program, Outcome outcome) {
    if (seen(program).contains(outcome)) {
      return "yes";
    }
    if (!allowances.outcomes(Variants.DOC, program).contains(outcome)) {
      return ".";
    }
    return allowances.outcomes(Variants.REFERENCE, program).contains(outcome)
        ? "finer"
        : otherwise(program, outcome);
  }

  /** The fewest alternatives that must be taken otherwise than the reference takes them. */
  private String otherwise(Program program, Outcome outcome) {
    return allowances.of(Variants.DOC).allowed(program).alternatives().get(outcome).stream()
        .map(this::deviations)
        .min(
            Comparator.comparingInt((List<String> d) -> d.size())
                .thenComparing(d -> String.join("", d)))
        .map(deviations -> String.join(" ", deviations))
        .orElseThrow();
  }

  private List<String> deviations(SortedSet<String> taken) {
    return Alternative.among(taken).stream()
        .filter(alternative -> !allowances.reference().allows(alternative))
        .map(Alternative::toString)
        .toList();
  }

  /** What is wrong with the program, a line each; its table aside. */
  public List<String> faults(Program program) {
    List<String> faults = new ArrayList<>();
    for (Program.Forbidden forbidden : program.forbidden()) {
      if (!allowances.isKnown(forbidden.id())) {
        faults.add("there is no " + forbidden.id());
      }
      allowances.outcomes(Variants.DOC, program).stream()
          .filter(outcome -> outcome.matches(forbidden.pattern()))
          .forEach(outcome -> faults.add("forbidden, but doc allows it: " + outcome));
    }
    SortedSet<Outcome> unexpected = seen(program);
    unexpected.removeAll(allowances.outcomes(Variants.REFERENCE, program));
    unexpected.forEach(outcome -> faults.add("seen, but not allowed by reference: " + outcome));
    return faults;
  }
}
