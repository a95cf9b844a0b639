package bindcheck.variants;

import bindcheck.spec.Alternative;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.Targets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The resolved variant whose states are covered.
 *
 * @param taken the alternatives of each choice that the target was seen to take; none where it was
 *     not identified
 */
public record Covered(Semantics semantics, SortedMap<String, SortedSet<String>> taken) {

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Covered named(SpecModule module, String name) {
    Semantics semantics = new Semantics(module, new Variants(module).resolved(name));
    return new Covered(semantics, Collections.emptySortedMap());
  }

  /** The number of what is open of a judge's policies, given those that the target has taken. */
  public int open(Semantics judge) {
    SortedMap<String, SortedSet<String>> policies = new TreeMap<>(taken);
    policies.keySet().retainAll(judge.policies().alternatives(Policies.ALL_OPEN).keySet());
    return judge.policies().of(judge.variant().within(policies));
  }

  /**
   * The one that the target is; of the reference implementation that is known.
   *
   * @param tells is told in a line or two what the target was found to be
   * @param progress is told each choice before it is looked into
   */
  public static Covered of(
      SpecModule module, Target target, Consumer<String> tells, Consumer<String> progress) {
    if (target.name().equals(Targets.DEFAULT)) {
      return named(module, Variants.REFERENCE);
    }
    try {
      return of(module, Identification.of(module, target, false, progress), tells);
    } catch (TargetException unfit) {
      // The walks of the reference go wrong in the same way, and then say at which step.
      target.abandon();
      tells.accept("gave up: the target " + unfit.getMessage().lines().findFirst().orElse(""));
      return named(module, Variants.REFERENCE);
    }
  }

  private static Covered of(SpecModule module, Identity identity, Consumer<String> tells) {
    Covered reference = named(module, Variants.REFERENCE);
    if (!identity.isConsistent()) {
      tells.accept("no variant that keeps to its choices; see bindcheck identify");
      return reference;
    }
    Variants variants = new Variants(module);
    Set<String> implementations = variants.implementations();
    Optional<String> known =
        identity.agreeing().stream().filter(implementations::contains).findFirst();
    String agreed = "agrees with " + identity.agreed();
    if (known.isPresent()) {
      tells.accept(agreed);
      return new Covered(new Semantics(module, variants.resolved(known.get())), identity.taken());
    }
    String differing = differing(identity, reference.semantics().variant());
    tells.accept(agreed + "\nas " + Variants.REFERENCE + ", but " + differing);
    Variant identified = new Variant("the variant identified", identity.variant().alternatives());
    return new Covered(new Semantics(module, identified), identity.taken());
  }

  /** What the target takes that the reference does not: a list, for one line. */
  private static String differing(Identity identity, Variant reference) {
    return identity
        .variant()
        .taken()
        .filter(taken -> !reference.allows(taken))
        .map(Alternative::toString)
        .collect(Collectors.joining(", "));
  }
}
