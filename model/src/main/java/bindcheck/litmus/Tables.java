package bindcheck.litmus;

import bindcheck.spec.Variants;
import bindcheck.target.Targets;
import java.util.ArrayList;
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
  private final Reasons reasons;
  private final Map<String, SortedSet<Outcome>> seen = new TreeMap<>();

  /**
   * With columns for these variants.
   *
   * @param kept what was found; of it, that of the reference implementation counts as seen
   */
  public Tables(Allowances allowances, List<String> variants, List<Results> kept) {
    this.allowances = allowances;
    this.variants = List.copyOf(variants);
    this.reasons = new Reasons(allowances, seen);
    for (Results results : kept) {
      if (results.target().equals(Targets.DEFAULT)) {
        results
            .findings()
            .forEach(
                each ->
                    seen.computeIfAbsent(each.program(), name -> new TreeSet<>())
                        .addAll(each.outcomes().keySet()));
      }
    }
  }

  /** The generated part of the program's file. */
  public String of(Program program) {
    Map<String, AllowedOutcomes> columns = new LinkedHashMap<>();
    variants.forEach(variant -> columns.put(variant, allowances.of(variant).allowed(program)));
    return new OutcomeTable(program, columns, reasons).toString();
  }

  /** The outcomes of the program that were seen on the reference implementation. */
  public SortedSet<Outcome> seen(Program program) {
    return new TreeSet<>(seen.getOrDefault(program.name(), new TreeSet<>()));
  }

  /** Why an outcome was not seen, or that it was; see the column "seen" of the table. */
  public String mark(Program program, Outcome outcome) {
    return reasons.seen(program, outcome);
  }

  /** What is wrong with the program, a line each; its table aside. */
  public List<String> faults(Program program) {
    List<String> faults = new ArrayList<>();
    SortedSet<Outcome> allowed = outcomes(Variants.DOC, program);
    for (Program.Forbidden forbidden : program.forbidden()) {
      if (!allowances.isKnown(forbidden.id())) {
        faults.add("there is no " + forbidden.id());
      }
      allowed.stream()
          .filter(outcome -> outcome.matches(forbidden.pattern()))
          .forEach(outcome -> faults.add("forbidden, but doc allows it: " + outcome));
    }
    SortedSet<Outcome> unexpected = seen(program);
    unexpected.removeAll(outcomes(Variants.REFERENCE, program));
    unexpected.forEach(outcome -> faults.add("seen, but not allowed by reference: " + outcome));
    return faults;
  }

  private SortedSet<Outcome> outcomes(String variant, Program program) {
    return new TreeSet<>(allowances.of(variant).allowed(program).outcomes().keySet());
  }
}
