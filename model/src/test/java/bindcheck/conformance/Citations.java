package bindcheck.conformance;

import bindcheck.spec.ModuleText;
import bindcheck.spec.tlc.Model;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which properties check each requirement: those whose comment cites it, and that a model expected
 * to hold names in its configuration.
 */
final class Citations {
  private final Map<String, Set<String>> properties = new LinkedHashMap<>();
  private final Set<String> checked;

  private Citations(Set<String> checked) {
    this.checked = checked;
  }

  /**
   * Reads every module.
   *
   * @param models the models that are run
   */
  static Citations of(Map<String, ModuleText> modules, Iterable<Model> models) {
    Set<String> checked = new LinkedHashSet<>();
    for (Model model : models) {
      if (model.violates() == null) {
        checked.addAll(words(Checkout.spec(model.name() + ".cfg")));
      }
    }
    Citations citations = new Citations(checked);
    modules.values().forEach(citations::read);
    return citations;
  }

  /** The properties that check the requirement. */
  Set<String> citing(String id) {
    return properties.getOrDefault(id, Set.of());
  }

  private void read(ModuleText text) {
    for (ModuleText.Definition definition : text.definitions()) {
      if (checked.contains(definition.name())) {
        for (String id : ModuleText.idsIn(definition.comment())) {
          properties.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(definition.name());
        }
      }
    }
  }

  private static Set<String> words(Path configuration) {
    return new LinkedHashSet<>(List.of(Checkout.read(configuration).split("\\s+", -1)));
  }
}
