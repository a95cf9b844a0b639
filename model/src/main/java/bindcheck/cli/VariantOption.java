package bindcheck.cli;

import bindcheck.file.InputException;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.Set;

/** Reads the names of variants and suites that a user gives. */
final class VariantOption {
  private VariantOption() {}

  static Semantics semantics(SpecModule module, String name) {
    Set<String> known = Semantics.variantNames(module);
    require(known, "variant", name);
    return new Semantics(module, name);
  }

  static void require(Set<String> known, String what, String name) {
    if (!known.contains(name)) {
      throw new InputException(
          "expected a " + what + " out of " + String.join(", ", known) + ", found '" + name + "'");
    }
  }
}
