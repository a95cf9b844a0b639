package bindcheck.api;

import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.nio.file.Path;
import java.util.List;

/** An implementation under test that is open; used by one thread at a time. */
public final class Implementation implements AutoCloseable {
  private final String name;
  private final List<Path> classpath;
  private Target target;

  Implementation(String name, List<Path> classpath) {
    this.name = name;
    this.classpath = List.copyOf(classpath);
    this.target = opened();
  }

  private Target opened() {
    return Targets.open(name, classpath, Targets.TIME_OUT, Targets.SETTLE);
  }

  /** The name by which it was opened. */
  public String name() {
    return name;
  }

  Target target() {
    return target;
  }

  /** Begins anew after it has crashed or hung. */
  void reopen() {
    target.close();
    target = opened();
  }

  /**
   * Ends it, with its threads and processes. Idempotent.
   *
   * @throws bindcheck.target.TargetException if something of it could not be ended
   */
  @Override
  public void close() {
    target.close();
  }
}
