package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Grading;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.OutcomeGrade;
import bindcheck.litmus.Program;
import bindcheck.litmus.Tables;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.report.TextReport;
import bindcheck.spec.Variants;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code bindcheck litmus} prints. */
final class LitmusReport {
  private static final String NAME = "%-32s";
  private static final String ROW = "  %9s  %-11s  %s%n";
  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final Allowances allowances;
  private final List<String> variants;
  private final Tables tables;
  private final Grading grading;
  private final boolean detailed;
  private final boolean allVariants;
  private boolean charts;
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Integer> skipped = new TreeMap<>();

  LitmusReport(PrintWriter out, Allowances allowances, String variant, boolean detailed) {
    this.out = out;
    this.allowances = allowances;
    this.allVariants = variant == null;
    this.variants = allVariants ? allowances.variants() : List.of(variant);
    this.tables = new Tables(allowances, variants, Catalogue.kept());
    this.grading = new Grading(allowances, allVariants ? Variants.DOC : variant);
    this.detailed = detailed;
  }

  /** Shows how each outcome came about, not only one that is forbidden. */
  LitmusReport withCharts() {
    charts = true;
    return this;
  }

  /** What the specification allows of each program, and whether its file says so. */
  Verdict allowed(List<Program> programs) {
    if (!detailed) {
      out.printf(NAME, "program");
      variants.forEach(name -> out.printf(" %11s", name));
      out.printf(" %11s%n", "seen");
    }
    for (Program program : programs) {
      List<String> faults = tables.faults(program);
      String table = tables.of(program);
      if (detailed) {
        out.print(program.written() + table + "\n");
      } else {
        counts(program);
      }
      if (allVariants && !program.generated().isEmpty() && !program.generated().equals(table)) {
        faults.add("the table of its file is stale");
      }
      faults.forEach(fault -> out.printf("  %s%n", fault));
      verdicts.merge(faults.isEmpty() ? Verdict.PASS : Verdict.FAIL, 1, Integer::sum);
      out.flush();
    }
    return sum();
  }

  /** How many outcomes each variant allows. */
  private void counts(Program program) {
    out.printf(NAME, program);
    for (String variant : variants) {
      out.printf(" %11d", allowances.of(variant).run(program).outcomes().size());
    }
    out.printf(" %11d%n", tables.seen(program).size());
  }

  /** Runs a program and prints what was found. */
  Findings timed(Engine engine, Program program) {
    long start = System.nanoTime();
    Findings found = engine.run(program);
    if (found.verdict() == Verdict.SKIPPED) {
      skipped.merge(found.reason(), 1, Integer::sum);
    } else {
      print(program, found, (System.nanoTime() - start) / NANOS);
      if (charts) {
        found.outcomes().keySet().stream()
            .flatMap(outcome -> engine.interleaving(program, outcome).stream())
            .forEach(chart -> out.printf("%s%n", chart));
      } else {
        grading.forbidden(program, found).stream()
            .findFirst()
            .flatMap(outcome -> engine.interleaving(program, outcome))
            .ifPresent(
                chart -> out.printf("  the first of those that are forbidden:%n%s%n", chart));
      }
    }
    verdicts.merge(grading.verdict(program, found), 1, Integer::sum);
    out.flush();
    return found;
  }

  private void print(Program program, Findings found, double seconds) {
    out.printf(NAME + " %s", program, grading.verdict(program, found));
    found
        .figures()
        .forEach((unit, n) -> out.printf(", %d %s (%d/s)", n, unit, Math.round(n / seconds)));
    out.printf("%s%n", found.exhaustive() ? ", exhausted" : "");
    if (!found.reason().isEmpty()) {
      out.printf("  %s%n", found.reason());
    }
    SortedMap<Outcome, OutcomeGrade> grades = grading.of(program, found);
    grades.forEach(
        (outcome, grade) -> {
          out.printf(ROW, found.outcomes().get(outcome), grade, outcome);
          if (grade == OutcomeGrade.FORBIDDEN) {
            out.printf(ROW, "", "", grading.reason(program, outcome));
          } else if (grade == OutcomeGrade.INTERESTING) {
            out.printf(ROW, "", "", tables.mark(program, outcome));
          }
        });
    if (detailed) {
      grading.missing(program, found).forEach(o -> out.printf(ROW, 0, "not met", o));
    }
  }

  /** The sum of all, after the last program. */
  Verdict end(Engine engine) {
    if (engine instanceof StressEngine stress) {
      out.printf("%nblocking  %s%n", TextReport.blocking(stress.isExact()));
    }
    return sum();
  }

  private Verdict sum() {
    Verdict verdict = Verdict.of(verdicts.keySet());
    skipped.forEach((reason, n) -> out.printf("skipped: %s (%d programs)%n", reason, n));
    out.printf("%nprograms ");
    verdicts.forEach((each, count) -> out.printf(" %d %s", count, each));
    out.printf("%nverdict   %s%n", verdict);
    out.flush();
    return verdict;
  }
}
