package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Program;
import bindcheck.litmus.Results;
import bindcheck.litmus.SpecEngine;
import bindcheck.litmus.jpf.ClassFiles;
import bindcheck.litmus.jpf.JpfEngine;
import bindcheck.litmus.lincheck.LincheckEngine;
import bindcheck.litmus.monitor.MonitorEngine;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.spec.SpecModule;
import bindcheck.target.TargetException;
import bindcheck.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck litmus}. */
@Command(
    name = "litmus",
    description = {
      "Runs small concurrent programs, and compares the ways in which they end",
      "with those that the specification allows."
    })
final class LitmusCommand extends Subcommand {
  private static final Set<String> ENGINES =
      new TreeSet<>(
          List.of(
              SpecEngine.NAME,
              StressEngine.NAME,
              MonitorEngine.NAME,
              LincheckEngine.NAME,
              JpfEngine.NAME));

  private static final String JAVA = "java:";

  @Parameters(
      paramLabel = "FILE|THEME|NAME",
      description = "programs: a file, or a theme or a name of the catalogue (default: all)")
  private List<String> which = List.of();

  @Option(
      names = "--engine",
      defaultValue = SpecEngine.NAME,
      description = {
        "spec: every step of the specification; stress: many runs;",
        "monitor: every interleaving of the monitors of a java: target;",
        "lincheck: many interleavings of its bytecode;",
        "jpf: every interleaving of it (default: spec)"
      })
  private String engine;

  @Mixin private TargetOption target;

  @Option(
      names = "--variant",
      description = "what judges (default: doc), or the only one that spec shows (default: all)")
  private String variant;

  @Option(
      names = "--runs",
      defaultValue = "" + StressEngine.RUNS,
      description = "how often stress runs each program (default: ${DEFAULT-VALUE})")
  private long runs;

  @Option(
      names = "--schedules",
      description = {
        "how many interleavings of each program, for lincheck",
        "(default: "
            + LincheckEngine.SCHEDULES
            + "), or at most, for monitor (default: "
            + MonitorEngine.SCHEDULES
            + ")"
      })
  private Integer schedules;

  @Option(
      names = "--schedule",
      paramLabel = "SCHEDULE",
      description = "runs one program once, as monitor has printed it")
  private String schedule;

  @Option(
      names = "--threads",
      defaultValue = "" + Engine.FEW_THREADS,
      description = {
        "how many threads a program may have for jpf and lincheck",
        "(default: ${DEFAULT-VALUE})"
      })
  private int threads;

  @Option(names = "--results", paramLabel = "FILE", description = "writes what was found, as JSON")
  private OutputFile results;

  @Override
  public Integer call() {
    require(ENGINES, "litmus engine", engine);
    requireEngineThatRuns();
    target.requireTimes();
    require("--runs", runs, 1, Long.MAX_VALUE);
    require("--schedules", schedules(), 1, Integer.MAX_VALUE);
    require("--threads", threads, 1, MOST_THREADS);
    List<Program> programs = programs();
    requireScheduleThatFits(programs);
    SpecModule module = evaluation();
    Allowances allowances = new Allowances(module);
    if (variant != null) {
      require(new TreeSet<>(allowances.variants()), "variant", variant);
    }
    LitmusReport report = new LitmusReport(out(), allowances, variant, isDetailed());
    if (schedule != null) {
      report.withCharts();
    }
    Verdict verdict =
        engine.equals(SpecEngine.NAME) ? report.allowed(programs) : run(report, programs);
    return verdict.exitCode();
  }

  /** The specification runs nothing: a target that was named would be passed over in silence. */
  private void requireEngineThatRuns() {
    boolean isRun = !engine.equals(SpecEngine.NAME);
    if (!isRun && (results != null || !target.name().equals(Targets.DEFAULT))) {
      throw new InputException(
          "--target, --results: expected an engine that runs programs, as --engine stress, found "
              + engine);
    }
  }

  private int schedules() {
    if (schedules != null) {
      return schedules;
    }
    return engine.equals(MonitorEngine.NAME) ? MonitorEngine.SCHEDULES : LincheckEngine.SCHEDULES;
  }

  private void requireScheduleThatFits(List<Program> programs) {
    if (schedule != null && (!engine.equals(MonitorEngine.NAME) || programs.size() != 1)) {
      throw new InputException(
          "--schedule: expected --engine monitor and one program, found "
              + engine
              + " and "
              + programs.size());
    }
  }

  /** Programs that were named one by one are shown in full. */
  private boolean isDetailed() {
    return !which.isEmpty() && !Catalogue.themes(Catalogue.all()).containsAll(which);
  }

  private Verdict run(LitmusReport report, List<Program> programs) {
    List<Findings> found = new ArrayList<>();
    Verdict verdict = Verdict.INCONCLUSIVE;
    try (Engine opened = open()) {
      for (Program program : programs) {
        found.add(report.timed(opened, program));
      }
      verdict = report.end(opened);
      if (results != null) {
        String json = results(opened, found).toJson();
        results.write(out -> out.write(json));
      }
    } catch (TargetException failed) {
      // Threads that wait for one another's locks cannot be ended, and their verdict stands.
      if (verdict != Verdict.FAIL || failed.reason() != TargetException.Reason.NOT_STOPPED) {
        throw failed;
      }
    }
    return verdict;
  }

  private Engine open() {
    return switch (engine) {
      case JpfEngine.NAME -> JpfEngine.of(target.implementation(), target.classpath(), threads);
      case LincheckEngine.NAME -> lincheck();
      case MonitorEngine.NAME -> monitor();
      default -> new StressEngine(target.open(), runs);
    };
  }

  private Engine lincheck() {
    Class<?> found = target.implementation();
    return new LincheckEngine(JAVA + found.getName(), target.classpath(), threads, schedules());
  }

  private Engine monitor() {
    String name = JAVA + target.implementation().getName();
    return schedule == null
        ? new MonitorEngine(name, target.classpath(), schedules())
        : MonitorEngine.replaying(name, target.classpath(), schedule);
  }

  private Results results(Engine opened, List<Findings> found) {
    String version =
        opened instanceof JpfEngine jpf
            ? jpf.version()
            : opened instanceof LincheckEngine ? LincheckEngine.VERSION : "";
    return new Results(engine, version, target.name(), classes(), found);
  }

  /** Other targets show none of their code. */
  private String classes() {
    return target.name().startsWith(JAVA)
        ? ClassFiles.of(target.implementation(), target.classpath()).hash()
        : "";
  }

  private List<Program> programs() {
    List<Program> all = Catalogue.all();
    if (which.isEmpty()) {
      return all;
    }
    List<Program> chosen = new ArrayList<>();
    for (String word : which) {
      List<Program> known = Catalogue.named(word, all);
      chosen.addAll(known.isEmpty() ? List.of(file(word, all)) : known);
    }
    return chosen;
  }

  private static Program file(String word, List<Program> all) {
    if (!word.endsWith(".litmus") && !Files.exists(Path.of(word))) {
      throw new InputException(
          "expected a file, the name of a program or a theme out of "
              + String.join(", ", Catalogue.themes(all))
              + ", found '"
              + word
              + "'");
    }
    return Program.read(Path.of(word));
  }
}
