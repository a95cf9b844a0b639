package bindcheck.cli;

import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.Targets;
import bindcheck.variants.Identification;
import bindcheck.variants.Identity;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The resolved variant whose states are covered.
 *
 * @param taken the alternatives of each choice that the target was seen to take; none where it was
 *     not identified
 */
record Covered(Semantics semantics, SortedMap<String, SortedSet<String>> taken) {

  /** The one that the user names. */
  static Covered named(SpecModule module, String name) {
    return new Covered(Subcommand.resolved(module, name), Collections.emptySortedMap());
  }

  /** The number of what is open of a judge's policies, given those that the target has taken. */
  int open(Semantics judge) {
    SortedMap<String, SortedSet<String>> policies = new TreeMap<>(taken);
    policies.keySet().retainAll(judge.policies().alternatives(Policies.ALL_OPEN).keySet());
    return judge.policies().of(judge.variant().within(policies));
  }

  /** The one that the target is; of the reference implementation that is known. */
  static Covered of(SpecModule module, Target target, PrintWriter out, Progress progress) {
    if (target.name().equals(Targets.DEFAULT)) {
      return named(module, Variants.REFERENCE);
    }
    try {
      Identity identity =
          Identification.of(
              module, target, false, choice -> progress.begin("identifying " + choice, -1));
      progress.pause();
      return of(module, identity, out);
    } catch (TargetException unfit) {
      // The walks of the reference go wrong in the same way, and then say at which step.
      progress.pause();
      target.abandon();
      out.printf(
          "identify gave up: the target %s%n", unfit.getMessage().lines().findFirst().orElse(""));
      return named(module, Variants.REFERENCE);
    }
  }

  private static Covered of(SpecModule module, Identity identity, PrintWriter out) {
    Covered reference = named(module, Variants.REFERENCE);
    if (!identity.isConsistent()) {
      out.printf("identify no variant that keeps to its choices; see bindcheck identify%n");
      return reference;
    }
    Variants variants = new Variants(module);
    Set<String> implementations = variants.implementations();
    Optional<String> known =
        identity.agreeing().stream().filter(implementations::contains).findFirst();
    if (known.isPresent()) {
      out.printf("identify agrees with %s%n", IdentityReport.agreeing(identity));
      return new Covered(new Semantics(module, variants.resolved(known.get())), identity.taken());
    }
    String differing = IdentityReport.differing(identity, reference.semantics().variant());
    out.printf("identify agrees with %s%n", IdentityReport.agreeing(identity));
    out.printf("         as %s, but %s%n", Variants.REFERENCE, differing);
    Variant identified = new Variant("the variant identified", identity.variant().alternatives());
    return new Covered(new Semantics(module, identified), identity.taken());
  }
}
