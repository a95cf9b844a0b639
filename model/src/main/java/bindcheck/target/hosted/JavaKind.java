package bindcheck.target.hosted;

import bindcheck.target.JavaClasses;
import bindcheck.target.Target;
import bindcheck.target.TargetKind;
import bindcheck.target.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Classes in Java: the reference in this machine, any other in one of its own. */
public final class JavaKind implements TargetKind {
  @Override
  public String usage() {
    return JavaClasses.USAGE;
  }

  @Override
  public Target open(
      String name, String className, List<Path> classpath, Duration timeOut, Duration settle) {
    return isOurs(name, classpath)
        ? JavaClasses.open(name, classpath, timeOut, settle)
        : new HostedTarget(name, classpath, false, timeOut, settle);
  }

  @Override
  public Target openPerturbed(
      String name, String className, List<Path> classpath, Duration timeOut, Duration settle) {
    return isOurs(name, classpath)
        ? JavaClasses.openPerturbed(name, classpath, timeOut, settle)
        : new HostedTarget(name, classpath, true, timeOut, settle);
  }

  private static boolean isOurs(String name, List<Path> classpath) {
    return name.equals(Targets.DEFAULT) && classpath.isEmpty();
  }
}
