package bindcheck.litmus.jpf;

import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
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

  /** How many threads a program may have, unless a user asks for more. */
  public static final int FEW_THREADS = 3;

  private static final int HOST = 17;
  private static final long BUDGET = 3_000_000;

  private final Optional<Explorer> explorer;
  private final List<String> unfaithful;
  private final int mostThreads;

  JpfEngine(Optional<Explorer> explorer, ClassFiles classes, int mostThreads) {
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
   */
  public static JpfEngine of(Class<?> implementation, List<Path> classPath, int mostThreads) {
    return of(
        implementation.getName(), ClassFiles.beforeOurs(classPath, implementation), mostThreads);
  }

  private static JpfEngine of(String implementation, List<Path> classPath, int mostThreads) {
    Optional<Explorer> explorer =
        JpfHome.find().map(home -> new JpfExplorer(home, implementation, classPath, BUDGET));
    List<String> roots = List.of(implementation, Driver.class.getName());
    return new JpfEngine(explorer, ClassFiles.reachedFrom(roots, classPath), mostThreads);
  }

  /** Which Java PathFinder it is; empty where there is none. */
  public String version() {
    return explorer.map(Explorer::version).orElse("");
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
    Explorer explores = explorer.get();
    return PassRule.judge(
        program,
        unfaithful,
        explores.explore(program, Map.of()),
        canaries -> explores.explore(program, canaries));
  }

  @Override
  public void close() {
    if (explorer.orElse(null) instanceof JpfExplorer jpf) {
      jpf.close();
    }
  }
}
