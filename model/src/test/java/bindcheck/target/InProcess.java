package bindcheck.target;

import java.util.List;

/**
 * Opens classes of tests in this Java machine: they do it no harm, and need not wait for another.
 */
public final class InProcess {
  private InProcess() {}

  /** A target that makes its calls on instances of that class. */
  public static Target open(Class<?> type) {
    String name = "java:" + type.getName();
    return JavaClasses.open(name, List.of(), Targets.TIME_OUT, Targets.SETTLE);
  }
}
