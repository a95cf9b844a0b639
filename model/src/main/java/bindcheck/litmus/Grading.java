package bindcheck.litmus;

import bindcheck.call.Verdict;
import bindcheck.spec.Variants;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges what an engine found by what a variant allows. */
public final class Grading {
  private final Allowances allowances;
  private final String variant;

  /** By that variant. */
  public Grading(Allowances allowances, String variant) {
    this.allowances = allowances;
    this.variant = variant;
  }

  /** The grade of each outcome that was found. */
  public SortedMap<Outcome, OutcomeGrade> of(Program program, Findings findings) {
    SortedMap<Outcome, OutcomeGrade> grades = new TreeMap<>();
    findings.outcomes().keySet().forEach(outcome -> grades.put(outcome, of(program, outcome)));
    return grades;
  }

  /** The outcomes that were found and are forbidden. */
  public List<Outcome> forbidden(Program program, Findings findings) {
    return findings.outcomes().keySet().stream()
        .filter(outcome -> of(program, outcome) == OutcomeGrade.FORBIDDEN)
        .toList();
  }

  private OutcomeGrade of(Program program, Outcome outcome) {
    if (!allowances.outcomes(variant, program).contains(outcome)) {
      return OutcomeGrade.FORBIDDEN;
    }
    boolean usual = allowances.outcomes(Variants.REFERENCE, program).contains(outcome);
    return usual ? OutcomeGrade.ACCEPTABLE : OutcomeGrade.INTERESTING;
  }

  /** The outcomes that are allowed and were not found. */
  public SortedSet<Outcome> missing(Program program, Findings findings) {
    SortedSet<Outcome> missing = new TreeSet<>(allowances.outcomes(variant, program));
    missing.removeAll(findings.outcomes().keySet());
    return missing;
  }

  /** Why an outcome is forbidden: the reason that the program gives, or that it is not allowed. */
  public String reason(Program program, Outcome outcome) {
    return program.forbidden().stream()
        .filter(forbidden -> outcome.matches(forbidden.pattern()))
        .map(Program.Forbidden::reason)
        .findFirst()
        .orElse("not allowed by " + variant);
  }

  /** FAIL where an outcome is forbidden, else the verdict of the engine. */
  public Verdict verdict(Program program, Findings findings) {
    return forbidden(program, findings).isEmpty() ? findings.verdict() : Verdict.FAIL;
  }
}
