package bindcheck.cli;

import bindcheck.file.InputException;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import java.util.Set;

/** Reads the names of variants and suites that a user gives. */
final class VariantOption {
  private VariantOption() {}

  static Semantics semantics(SpecModule module, String name) {
    return new Semantics(module, variant(module, name));
  }

  static Variant variant(SpecModule module, String name) {
    Variants known = new Variants(module);
    require(known.names(), "variant", name);
    return known.of(name);
  }

  /** One that has one alternative a choice. */
  static Semantics resolved(SpecModule module, String name) {
    Variants known = new Variants(module);
    require(known.implementations(), "resolved variant", name);
    return new Semantics(module, known.resolved(name));
  }

  static void require(Set<String> known, String what, String name) {
    if (!known.contains(name)) {
      throw new InputException(
          "expected a " + what + " out of " + String.join(", ", known) + ", found '" + name + "'");
    }
  }
}
