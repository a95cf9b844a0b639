package bindcheck.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One way to reach an implementation. The kinds are services: {@code META-INF/services} lists them,
 * in the order in which a user is told of them.
 */
public interface TargetKind {
  /** What the name of such a target begins with, {@code java:} for one. */
  String prefix();

  /** What the user writes after it, as a help text has it: {@code CLASS}. */
  String operand();

  /**
   * Opens one.
   *
   * @param operand what the user wrote after the prefix
   * @param classpath folders and jars that a class may be in, beside our own
   * @param timeOut how long it may take for anything
   * @param settle how long a call must not return before it counts as blocked, where the target
   *     cannot tell
   * @throws TargetSpecException if there is no such target
   * @throws TargetException if there is, but it fails at once
   */
  Target open(String operand, List<Path> classpath, Duration timeOut, Duration settle);
}
