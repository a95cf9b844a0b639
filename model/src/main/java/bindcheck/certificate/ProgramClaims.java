package bindcheck.certificate;

import bindcheck.file.Sha256;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The litmus programs: how many outcomes each variant allows, and a hash of these. */
final class ProgramClaims implements Claims {
  private final Allowances allowances;
  private final Map<String, Program> programs;

  ProgramClaims(Allowances allowances) {
    this.allowances = allowances;
    this.programs =
        Catalogue.all().stream().collect(Collectors.toMap(Program::name, Function.identity()));
  }

  @Override
  public String kind() {
    return "program";
  }

  @Override
  public List<String> names() {
    return programs.keySet().stream().sorted().toList();
  }

  @Override
  public boolean isQuick(String name) {
    return true;
  }

  @Override
  public Map<String, String> see(String name) {
    return allowances.variants().stream()
        .collect(
            Collectors.toMap(
                Function.identity(), variant -> outcomes(variant, programs.get(name))));
  }

  private String outcomes(String variant, Program program) {
    Set<Outcome> outcomes = allowances.of(variant).run(program).outcomes().keySet();
    Sha256 hash = new Sha256();
    outcomes.forEach(outcome -> hash.addLine(outcome.toString()));
    return outcomes.size() + " " + hash.shortHex();
  }
}
