package bindcheck.zoo;

import bindcheck.target.Target;
import bindcheck.target.TargetKind;
import bindcheck.target.TargetSpecException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One of the zoo, as a target. */
public final class ZooKind implements TargetKind {
  @Override
  public String usage() {
    return "zoo:NAME";
  }

  @Override
  public Target open(
      String spec, String name, List<Path> classpath, Duration timeOut, Duration settle) {
    return named(spec, name).open();
  }

  @Override
  public Target openPerturbed(
      String spec, String name, List<Path> classpath, Duration timeOut, Duration settle) {
    return named(spec, name).openPerturbed();
  }

  private static Specimen named(String spec, String name) {
    return Zoo.of(name)
        .orElseThrow(() -> new TargetSpecException(spec, "one that bindcheck zoo --list names"));
  }
}
