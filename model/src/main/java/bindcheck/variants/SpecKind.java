package bindcheck.variants;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.target.TargetKind;
import bindcheck.target.TargetSpecException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A resolved variant of the specification itself; see {@link SpecTarget}. */
public final class SpecKind implements TargetKind {
  @Override
  public String usage() {
    return "spec:VARIANT";
  }

  @Override
  public Target open(
      String name, String variant, List<Path> classpath, Duration timeOut, Duration settle) {
    SpecModule module = SpecModule.load("Evaluation");
    Variants variants = new Variants(module);
    Set<String> known = variants.implementations();
    if (!known.contains(variant)) {
      throw new TargetSpecException(
          "expected a resolved variant out of "
              + String.join(", ", known)
              + ", found '"
              + variant
              + "'");
    }
    return new SpecTarget(name, new Semantics(module, variants.resolved(variant)));
  }
}
