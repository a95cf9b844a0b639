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

/** A resolved variant of the specification itself; see {@link SpecTarget}. */
public final class SpecKind implements TargetKind {
  @Override
  public String usage() {
    return "spec:VARIANT";
  }

  @Override
  public Target open(
      String name, String variant, List<Path> classpath, Duration timeOut, Duration settle) {
    SpecModule module = SpecModule.loadAnew("Evaluation");
    try {
      return new SpecTarget(name, new Semantics(module, new Variants(module).resolved(variant)));
    } catch (IllegalArgumentException unknown) {
      throw new TargetSpecException(unknown.getMessage());
    }
  }
}
