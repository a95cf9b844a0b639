package bindcheck.litmus;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each variant allows of programs. */
public final class Allowances {
  /** The variant that the documents are. */
  public static final String DOC = "doc";

  /** The variant that the reference implementation is. */
  public static final String REFERENCE = "reference";

  private final Map<String, SpecEngine> engines = new LinkedHashMap<>();
  private final Map<String, Set<String>> resolved = new TreeMap<>();
  private final Set<String> ids = new TreeSet<>();

  /** Of all variants: {@code doc} and {@code reference} first, then the kernels by their dates. */
  public Allowances(SpecModule module) {
    List<String> names = new ArrayList<>(List.of(DOC, REFERENCE));
    Semantics.variantNames(module).stream()
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    names.forEach(name -> engines.put(name, new SpecEngine(new Semantics(module, name))));
    Terms.fields(new Semantics(module, REFERENCE).variant())
        .forEach((choice, taken) -> resolved.put(choice, Terms.texts(taken)));
    ids.addAll(Terms.fields(module.evaluate("Requirement")).keySet());
    ids.addAll(resolved.keySet());
  }

  /** The names of the variants, in the order of the columns. */
  public List<String> variants() {
    return List.copyOf(engines.keySet());
  }

  /** The engine that walks that variant. */
  public SpecEngine of(String variant) {
    return engines.get(variant);
  }

  /** Whether there is a requirement or a choice of that name. */
  boolean isKnown(String id) {
    return ids.contains(id);
  }

  /** The alternatives of {@link #REFERENCE}, by choice. */
  Map<String, Set<String>> resolved() {
    return resolved;
  }
}
