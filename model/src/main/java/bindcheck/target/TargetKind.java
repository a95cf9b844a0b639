package bindcheck.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One way to reach an implementation. The kinds are services: {@code META-INF/services} lists them,
 * in the order in which a user is told of them.
 */
public interface TargetKind {
  /** How a user names one: what it begins with, and what stands behind it, {@code java:CLASS}. */
  String usage();

  /**
   * Opens one.
   *
   * @param name as the user wrote it
   * @param operand what stands in it behind the colon
   * @param classpath folders and jars that a class may be in, beside our own
   * @param timeOut how long it may take for anything
   * @param settle how long a call must not return before it counts as blocked, where the target
   *     cannot tell
   * @throws TargetSpecException if there is no such target
   * @throws TargetException if there is, but it fails at once
   */
  Target open(String name, String operand, List<Path> classpath, Duration timeOut, Duration settle);

  /** The same, of one whose threads can be held up, or which says why they cannot. */
  default Target openPerturbed(
      String name, String operand, List<Path> classpath, Duration timeOut, Duration settle) {
    return open(name, operand, classpath, timeOut, settle);
  }
}
