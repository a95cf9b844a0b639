package bindcheck.explain;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kernels that the specification has a variant for. */
public final class Kernels {
  private static final String REFERENCE = "reference";

  private Kernels() {}

  /** Each resolved variant by its name, but for the reference, which is no kernel's. */
  public static SortedMap<String, Semantics> of(SpecModule module) {
    SortedMap<String, Semantics> kernels = new TreeMap<>();
    for (String name : Semantics.resolvedNames(module)) {
      if (!name.equals(REFERENCE)) {
        kernels.put(name, new Semantics(module, name));
      }
    }
    return kernels;
  }
}
