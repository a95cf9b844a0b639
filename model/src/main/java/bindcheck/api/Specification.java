package bindcheck.api;

import bindcheck.explain.CauseSearch;
import bindcheck.explain.Explainer;
import bindcheck.litmus.Allowances;
import bindcheck.spec.Automaton;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The specification, loaded once in a Java machine, and used by one thread at a time. */
final class Specification {
  private static Specification loaded;

  private final SpecModule module = SpecModule.load("Evaluation");
  private final Glossary glossary = new Glossary(module);
  private final Map<String, Semantics> variants = new HashMap<>();
  private final Map<String, Explainer> explainers = new HashMap<>();
  private final Map<String, CauseSearch> causes = new HashMap<>();
  private final Map<List<String>, Automaton> automata = new HashMap<>();
  private Allowances allowances;

  private Specification() {}

  /** What comes of using it, while nobody else does. */
  static synchronized <T> T use(Function<Specification, T> user) {
    loaded = loaded == null ? new Specification() : loaded;
    return user.apply(loaded);
  }

  SpecModule module() {
    return module;
  }

  Glossary glossary() {
    return glossary;
  }

  /** All requirements, none of them exercised. */
  List<Requirement> requirements() {
    return glossary.requirements().stream()
        .map(id -> new Requirement(id, glossary.from(id), glossary.text(id), 0, List.of()))
        .toList();
  }

  /**
   * The variant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  Semantics variant(String name) {
    return variants.computeIfAbsent(
        name, absent -> new Semantics(module, new Variants(module).of(name)));
  }

  Explainer explainer(String judge) {
    return explainers.computeIfAbsent(
        judge, absent -> new Explainer(module, variant(judge), Semantics.kernels(module)));
  }

  CauseSearch causes(String judge) {
    return causes.computeIfAbsent(judge, absent -> new CauseSearch(module, variant(judge)));
  }

  /** That of the document, with those threads. */
  Automaton automaton(List<String> threads) {
    return automata.computeIfAbsent(
        threads, absent -> new Automaton(variant(Variants.DOC), threads));
  }

  Allowances allowances() {
    allowances = allowances == null ? new Allowances(module) : allowances;
    return allowances;
  }
}
