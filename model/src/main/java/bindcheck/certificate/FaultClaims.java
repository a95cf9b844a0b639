package bindcheck.certificate;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.zoo.Attempt;
import bindcheck.zoo.CheckAttempts;
import bindcheck.zoo.Specimen;
import bindcheck.zoo.Zoo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the usual check says of each implementation that is known to be faulty. */
final class FaultClaims implements Claims {
  private final Map<String, Specimen> faults = new LinkedHashMap<>();
  private final CheckAttempts check;

  FaultClaims(SpecModule module) {
    Zoo.all().stream()
        .filter(specimen -> specimen.kind() == Specimen.Kind.FAULT)
        .forEach(specimen -> faults.put(specimen.name(), specimen));
    check = new CheckAttempts(module, new Semantics(module, Variants.DOC), "small");
  }

  @Override
  public String kind() {
    return "fault";
  }

  @Override
  public List<String> names() {
    return List.copyOf(faults.keySet());
  }

  @Override
  public boolean isQuick(String name) {
    return false;
  }

  @Override
  public Map<String, String> see(String name) throws InterruptedException {
    Attempt attempt = check.tryOn(faults.get(name));
    return Map.of(
        "verdict", attempt.verdict().toString(),
        "calls", Long.toString(attempt.calls()),
        "script", Integer.toString(attempt.script()));
  }
}
