package bindcheck.litmus.jpf;

import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every interleaving of the bytecode, by Java PathFinder, where that is installed: see {@link
 * JpfHome}.
 */
public final class JpfEngine implements Engine {
  /** The name of the engine. */
  public static final String NAME = "jpf";

  /** Why programs are skipped where there is none. */
  public static final String NOT_INSTALLED = "JPF not installed";

  private static final int HOST = 17;

  private final Optional<JpfExplorer> explorer;
  private final List<String> unfaithful;
  private final int mostThreads;
  private Map<Outcome, String> charts = Map.of();

  JpfEngine(Optional<JpfExplorer> explorer, ClassFiles classes, int mostThreads) {
    this.explorer = explorer;
    this.unfaithful = classes.unfaithful();
    this.mostThreads = mostThreads;
  }

  /**
   * Explores an implementation.
   *
   * @param implementation the class, which implements {@link bindcheck.target.Syscalls}
   * @param classPath folders and archives in which the class is looked for before those of this
   *     program
   * @param mostThreads programs with more threads are skipped
   * @throws bindcheck.file.InputException if there is no Java PathFinder where one is said to be
   */
  public static JpfEngine of(Class<?> implementation, List<Path> classPath, int mostThreads) {
    String name = implementation.getName();
    List<Path> path = ClassFiles.beforeOurs(classPath, implementation);
    return new JpfEngine(
        JpfHome.find().map(home -> new JpfExplorer(home, name, path)),
        ClassFiles.reachedFrom(List.of(name, Driver.class.getName()), path),
        mostThreads);
  }

  /** Which Java PathFinder it is; empty where there is none. */
  public String version() {
    return explorer.map(JpfExplorer::version).orElse("");
  }

  @Override
  public Findings run(Program program) {
    if (explorer.isEmpty()) {
      return Findings.skipped(program, NOT_INSTALLED);
    }
    if (Runtime.version().feature() != HOST) {
      return Findings.skipped(
          program, "JPF needs a JDK " + HOST + ", this is " + Runtime.version().feature());
    }
    if (program.threads().size() > mostThreads) {
      return Findings.skipped(program, "more than " + mostThreads + " threads");
    }
    JpfExplorer explores = explorer.get();
    Exploration run = explores.explore(program, Map.of());
    charts = run.charts();
    return PassRule.judge(
        program, unfaithful, run, canaries -> explores.explore(program, canaries));
  }

  @Override
  public Optional<String> interleaving(Program program, Outcome outcome) {
    return Optional.ofNullable(charts.get(outcome)).map(String::stripTrailing);
  }

  @Override
  public void close() {
    explorer.ifPresent(JpfExplorer::close);
  }
}
