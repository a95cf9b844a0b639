package bindcheck.certificate;

import bindcheck.spec.tlc.Model;
import bindcheck.spec.tlc.ModelRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What TLC finds of the models of the manifest, whatever the manifest expects. */
final class ModelClaims implements Claims {
  /** How many states are seen in a moment. */
  private static final long FEW = 2_000;

  private final Map<String, Model> models = new LinkedHashMap<>();

  ModelClaims() {
    Model.all().forEach(model -> models.put(model.name(), model));
  }

  @Override
  public String kind() {
    return "model";
  }

  @Override
  public List<String> names() {
    return List.copyOf(models.keySet());
  }

  @Override
  public boolean isQuick(String name) {
    return models.get(name).holds() && models.get(name).distinct() <= FEW;
  }

  @Override
  public Map<String, String> see(String name) {
    return Map.of("result", ModelRun.of(models.get(name)).result().toString());
  }
}
