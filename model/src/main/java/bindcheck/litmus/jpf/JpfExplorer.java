package bindcheck.litmus.jpf;

import bindcheck.litmus.Engine;
import bindcheck.litmus.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Java PathFinder, in this process and by reflection: it is an installed tool, not a dependency.
 * One search at a time in a process.
 */
final class JpfExplorer implements AutoCloseable {
  /** How finely threads are switched. */
  private enum Switching {
    /**
     * As Java PathFinder does by default: at the first five accesses to a field under one and the
     * same lock, before it believes that the lock guards the field, and when a lock is let go of.
     */
    DEFAULT(5, true),
    /** At none of these, which takes a fraction of the states. */
    COARSE(0, false);

    private final int lockThreshold;
    private final boolean breaksOnRelease;

    Switching(int lockThreshold, boolean breaksOnRelease) {
      this.lockThreshold = lockThreshold;
      this.breaksOnRelease = breaksOnRelease;
    }
  }

  /** How many states there may be. */
  private static final long BUDGET = 3_000_000;

  /** How many, of a program of many threads that can be explored in a coarser way. */
  private static final long FIRST_BUDGET = 200_000;

  private static final Object ONE_AT_A_TIME = new Object();

  private final JpfHome home;
  private final String implementation;
  private final List<Path> classPath;
  private final URLClassLoader loader;

  /**
   * Starts nothing yet.
   *
   * @param classPath where the implementation, {@link Driver} and what they use are found
   */
  JpfExplorer(JpfHome home, String implementation, List<Path> classPath) {
    this.home = home;
    this.implementation = implementation;
    this.classPath = List.copyOf(classPath);
    try {
      this.loader = new URLClassLoader(home.classPath(), ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new JpfCrash(e);
    }
  }

  /** Which Java PathFinder it is. */
  String version() {
    try (InputStream revision = loader.getResourceAsStream("gov/nasa/jpf/.version")) {
      String number = loader.loadClass("gov.nasa.jpf.JPF").getField("VERSION").get(null).toString();
      return revision == null
          ? number
          : number + " " + new String(revision.readNBytes(7), StandardCharsets.UTF_8);
    } catch (ReflectiveOperationException | IOException e) {
      throw new JpfCrash(e);
    }
  }

  /**
   * Explores a program, or its canary twin, in which threads throw where they are known to come.
   *
   * <p>Where many threads have too many states, threads are switched at fewer places.
   *
   * <p>A crash of Java PathFinder is a part of what it gives, never an exception.
   *
   * @param canaries of a twin: by thread, after how many calls it throws; else empty
   */
  Exploration explore(Program program, Map<String, Integer> canaries) {
    synchronized (ONE_AT_A_TIME) {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      PrintStream out = System.out;
      Thread.currentThread().setContextClassLoader(loader);
      System.setOut(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      try {
        if (program.threads().size() > Engine.FEW_THREADS) {
          Exploration fine = search(program, canaries, Switching.DEFAULT, FIRST_BUDGET);
          return fine.constraint().isEmpty()
              ? fine
              : search(program, canaries, Switching.COARSE, BUDGET);
        }
        return search(program, canaries, Switching.DEFAULT, BUDGET);
      } catch (InvocationTargetException thrown) {
        return Exploration.crashed(new JpfCrash(thrown.getCause()));
      } catch (ReflectiveOperationException | JpfCrash | LinkageError notAsExpected) {
        return Exploration.crashed(new JpfCrash(notAsExpected));
      } finally {
        System.setOut(out);
        Thread.currentThread().setContextClassLoader(context);
      }
    }
  }

  private Exploration search(
      Program program, Map<String, Integer> canaries, Switching switching, long budget)
      throws ReflectiveOperationException {
    Class<?> config = loader.loadClass("gov.nasa.jpf.Config");
    Class<?> listener = loader.loadClass("gov.nasa.jpf.search.SearchListener");
    Class<?> type = loader.loadClass("gov.nasa.jpf.JPF");
    EndStates ends =
        new EndStates(loader.loadClass("gov.nasa.jpf.vm.ClassLoaderInfo"), new Schedule(program));
    Object settings =
        config
            .getConstructor(String[].class)
            .newInstance((Object) settings(program, canaries, switching, budget));
    Object jpf = type.getConstructor(config).newInstance(settings);
    Object proxy = Proxy.newProxyInstance(loader, new Class<?>[] {listener}, ends);
    type.getMethod("addSearchListener", listener).invoke(jpf, proxy);
    type.getMethod("run").invoke(jpf);
    return result(new Mirror(jpf), ends);
  }

  private static Exploration result(Mirror jpf, EndStates ends) {
    Mirror statistics = jpf.at("getReporter").at("getStatistics");
    List<String> errors = new ArrayList<>(ends.errors());
    if (errors.isEmpty() && jpf.is("foundErrors")) {
      errors.add("an error that was not reported");
    }
    return new Exploration(
        statistics.field("newStates"),
        statistics.field("endStates"),
        ends.outcomes(),
        ends.charts(),
        errors,
        Optional.ofNullable((String) jpf.at("getSearch").call("getLastSearchConstraint")),
        Optional.empty());
  }

  private String[] settings(
      Program program, Map<String, Integer> canaries, Switching switching, long budget) {
    String path = classPath.stream().map(Path::toString).collect(Collectors.joining(";"));
    return new String[] {
      "+app=" + home.properties(),
      "+classpath=" + path,
      "+target=" + Driver.class.getName(),
      "+target.args=" + String.join(",", Encoding.of(program, implementation, canaries)),
      // A state in which nobody can go on is judged by EndStates.
      "+search.properties=gov.nasa.jpf.vm.NoUncaughtExceptionsProperty",
      "+listener=gov.nasa.jpf.listener.PreciseRaceDetector,gov.nasa.jpf.listener.BudgetChecker",
      "+budget.max_state=" + budget,
      "+vm.enable_assertions=*",
      "+vm.store_steps=true",
      "+vm.shared.never_break_types=java.util.concurrent.TimeUnit," + Driver.class.getName() + "*",
      "+vm.shared.lockthreshold=" + switching.lockThreshold,
      "+cg.break_lock_release=" + switching.breaksOnRelease,
      "+report.console.start=",
      "+report.console.finished=statistics",
      "+report.console.constraint=",
      "+report.console.property_violation=",
      "+log.level=severe"
    };
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new JpfCrash(e);
    }
  }
}
