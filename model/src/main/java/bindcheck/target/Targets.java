package bindcheck.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Opens a target by the name that the user gives it. */
public final class Targets {
  /** The reference implementation. */
  public static final String DEFAULT = "java:bindcheck.target.ReferenceTarget";

  /** How long a target may take for anything, where nobody says otherwise. */
  public static final Duration TIME_OUT = Duration.ofSeconds(10);

  /** How long a call must not return before it counts as blocked, where that must be guessed. */
  public static final Duration SETTLE = Duration.ofMillis(100);

  private Targets() {}

  /** Opens a target with the usual limits. */
  public static Target open(String spec) {
    return open(spec, List.of(), TIME_OUT, SETTLE);
  }

  /**
   * Opens a target of the {@link TargetKind} whose prefix its name has, which says what the rest
   * is.
   *
   * @throws TargetSpecException if there is no such target, or no such folder or jar
   * @throws TargetException if there is, but it fails at once
   */
  public static Target open(String spec, List<Path> classpath, Duration timeOut, Duration settle) {
    return kind(spec).open(spec, operand(spec), classpath, timeOut, settle);
  }

  /** The same, of one whose threads can be held up, or which says why they cannot. */
  public static Target openPerturbed(
      String spec, List<Path> classpath, Duration timeOut, Duration settle) {
    return kind(spec).openPerturbed(spec, operand(spec), classpath, timeOut, settle);
  }

  private static String operand(String spec) {
    return spec.substring(spec.indexOf(':') + 1);
  }

  private static TargetKind kind(String spec) {
    List<String> known = new ArrayList<>();
    for (TargetKind kind : ServiceLoader.load(TargetKind.class, Targets.class.getClassLoader())) {
      int colon = kind.usage().indexOf(':');
      if (spec.startsWith(kind.usage().substring(0, colon + 1))) {
        return kind;
      }
      known.add(kind.usage());
    }
    String last = known.remove(known.size() - 1);
    throw new TargetSpecException(spec, String.join(", ", known) + " or " + last);
  }
}
