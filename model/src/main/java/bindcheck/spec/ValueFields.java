package bindcheck.spec;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.Set;

/**
 * The fields whose numbers stand for 64-bit values, as Symmetries.tla lists them; 0 is never
 * renamed.
 */
final class ValueFields {
  private final SpecModule module;
  private Set<String> fields;

  ValueFields(SpecModule module) {
    this.module = module;
  }

  /** Whether the leaf of such a field is a number that may be given another. */
  boolean hold(String field, Value leaf) {
    if (fields == null) {
      // When first asked for: models of parts of the specification do not have them.
      fields = Terms.texts(module.evaluate("ValueFields"));
    }
    return fields.contains(field) && Terms.isNumber(leaf) && Terms.integer(leaf) != 0;
  }
}
