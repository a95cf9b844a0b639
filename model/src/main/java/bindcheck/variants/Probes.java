package bindcheck.variants;

import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.util.List;

/** Where scripts that tell variants apart are looked for. */
final class Probes {
  /** The threads of all scenes that are searched. */
  static final List<String> THREADS = List.of("main", "T1", "T2");

  /** The scenes whose states are searched. */
  static final List<String> SCENES = List.of("probes", "errors", "deadlines", "replace");

  /** Those of them with few calls in a state, and with several threads. */
  static final List<String> SMALL_SCENES = List.of("probes", "deadlines");

  /** Those in which a state is a long way from the first. */
  static final List<String> LONG_SCENES = List.of("fill");

  private Probes() {}

  /** All variants at once: each is a view of this one. */
  static Automaton automaton(SpecModule module) {
    return new Automaton(new Semantics(module, Variants.every(module)), THREADS);
  }
}
