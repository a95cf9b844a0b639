package bindcheck.litmus;

import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each variant allows of programs. */
public final class Allowances {
  private final Map<String, SpecEngine> engines = new LinkedHashMap<>();
  private final Glossary glossary;
  private final Variant reference;

  /** Of all variants: {@code doc} and {@code reference} first, then the kernels by their dates. */
  public Allowances(SpecModule module) {
    Variants variants = new Variants(module);
    Set<String> names = new LinkedHashSet<>(List.of(Variants.DOC, Variants.REFERENCE));
    names.addAll(variants.names());
    names.forEach(name -> engines.put(name, new SpecEngine(new Semantics(module, name))));
    glossary = new Glossary(module);
    reference = variants.of(Variants.REFERENCE);
  }

  /** The names of the variants, in the order of the columns. */
  public List<String> variants() {
    return List.copyOf(engines.keySet());
  }

  /** The engine that walks that variant. */
  public SpecEngine of(String variant) {
    return engines.get(variant);
  }

  /** The outcomes that a variant allows of a program, sorted. */
  Set<Outcome> outcomes(String variant, Program program) {
    return of(variant).allowed(program).outcomes().keySet();
  }

  /** Whether there is a requirement or a choice of that name. */
  boolean isKnown(String id) {
    return glossary.isKnown(id);
  }

  /** The variant that the reference implementation is. */
  Variant reference() {
    return reference;
  }
}
