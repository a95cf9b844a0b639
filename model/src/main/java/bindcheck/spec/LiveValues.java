package bindcheck.spec;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The numbers that stand for 64-bit values in kernels: any other may be given a new meaning. Which
 * fields hold such numbers is the spec's to say.
 */
final class LiveValues {
  private final Semantics semantics;
  private Set<String> fields;
  private final Map<Integer, BitSet> known = new HashMap<>();

  LiveValues(Semantics semantics) {
    this.semantics = semantics;
  }

  /** Those of a kernel, given by its number; the reader's to leave alone. */
  BitSet of(int kernel) {
    BitSet live = known.get(kernel);
    if (live == null) {
      live = search(kernel);
      known.put(kernel, live);
    }
    return live;
  }

  /** Evaluated when first asked for: models of parts of the specification do not have them. */
  private Set<String> fields() {
    if (fields == null) {
      fields = Terms.texts(semantics.module().evaluate("ValueFields"));
    }
    return fields;
  }

  private BitSet search(int kernel) {
    BitSet live = new BitSet();
    Terms.rebuildFields(
        semantics.kernel(kernel),
        (field, leaf) -> {
          if (fields().contains(field) && Terms.isNumber(leaf)) {
            live.set(Terms.integer(leaf));
          }
          return leaf;
        });
    return live;
  }
}
