package bindcheck.certificate;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import java.util.List;
import java.util.Map;

/**
 * The graph of each scene in each implementation that the specification knows, and its shortest
 * suite beside the proof that none is shorter.
 */
final class SceneClaims implements Claims {
  private final SpecModule module;
  private final Variants variants;

  SceneClaims(SpecModule module) {
    this.module = module;
    this.variants = new Variants(module);
  }

  @Override
  public String kind() {
    return "scene";
  }

  @Override
  public List<String> names() {
    return variants.implementations().stream()
        .flatMap(
            variant -> Scene.ofSuite(module, "full").stream().map(scene -> variant + "/" + scene))
        .toList();
  }

  @Override
  public boolean isQuick(String name) {
    return name.startsWith(Variants.REFERENCE + "/");
  }

  @Override
  public Map<String, String> see(String name) {
    String[] parts = name.split("/", 2);
    Semantics semantics = new Semantics(module, variants.resolved(parts[0]));
    SceneSuite seen = SceneSuite.build(new Scene(module, parts[1]), semantics);
    return Map.of(
        "states", Integer.toString(seen.graph().nodes()),
        "edges", Integer.toString(seen.graph().edges().size()),
        "graph", seen.graph().hash(),
        "steps", Long.toString(seen.suite().steps()),
        "bound", Long.toString(seen.suite().lowerBound()));
  }
}
