package bindcheck.certificate;

import bindcheck.call.Verdict;
import bindcheck.file.Packaged;
import bindcheck.file.Sha256;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.Results;
import bindcheck.spec.Variants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is kept of the last run of each engine on the litmus programs: how they ended, and how many
 * of these outcomes the specification allows, which alone is seen again here.
 */
final class EngineClaims implements Claims {
  private static final String FOLDER = "/litmus/seen";
  private static final String SUFFIX = ".json";

  private final Allowances allowances;
  private final Map<String, Program> programs;

  EngineClaims(Allowances allowances) {
    this.allowances = allowances;
    this.programs =
        Catalogue.all().stream().collect(Collectors.toMap(Program::name, Function.identity()));
  }

  @Override
  public String kind() {
    return "engine";
  }

  @Override
  public List<String> names() {
    return Packaged.names(FOLDER, SUFFIX);
  }

  @Override
  public boolean isQuick(String name) {
    return true;
  }

  @Override
  public Map<String, String> see(String name) {
    Results kept = Results.parse(Packaged.text(FOLDER + "/" + name + SUFFIX));
    List<Findings> passed =
        kept.findings().stream().filter(found -> found.verdict() == Verdict.PASS).toList();
    Sha256 hash = new Sha256();
    int outcomes = 0;
    int allowed = 0;
    for (Findings found : passed) {
      for (Outcome outcome : found.outcomes().keySet()) {
        hash.addLine(found.program() + " " + outcome);
        outcomes++;
        allowed += allowed(found.program()).contains(outcome) ? 1 : 0;
      }
    }
    return Map.of(
        "version", kept.version(),
        "target", kept.target(),
        "classes", kept.classes(),
        "programs", Integer.toString(passed.size()),
        "to the end", Long.toString(passed.stream().filter(Findings::exhaustive).count()),
        "hash", hash.shortHex(),
        "outcomes", Integer.toString(outcomes),
        "allowed", Integer.toString(allowed));
  }

  /** None of a program that there is no longer. */
  private Set<Outcome> allowed(String program) {
    return programs.containsKey(program)
        ? allowances.of(Variants.REFERENCE).run(programs.get(program)).outcomes().keySet()
        : Set.of();
  }

  @Override
  public String limits() {
    return "kept; whether each outcome is allowed is seen, litmus --engine runs them again";
  }
}
