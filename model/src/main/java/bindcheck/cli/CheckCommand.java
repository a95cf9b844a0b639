package bindcheck.cli;

import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.explain.Report;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.Course;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.suite.Shard;
import bindcheck.target.Target;
import bindcheck.variants.Covered;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bindcheck check}: the main job. */
@Command(
    name = "check",
    description = {
      "Builds the suite from the specification, replays it on a target,",
      "and judges every step."
    })
final class CheckCommand extends Subcommand {
  private static final Set<String> EXTRA_STATES = new TreeSet<>(List.of("0", "1"));

  @Mixin private TargetOption target;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "the variant that judges (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--of",
      paramLabel = "VARIANT",
      description = {
        "the resolved variant whose states are covered (default: reference for the reference",
        "implementation; for any other target what it is identified to be)"
      })
  private String covered;

  @Option(
      names = "--suite",
      defaultValue = "small",
      description = {
        "quick: every edge of the three least scenes once; small; full; or complete: all transfer",
        "faults of one interrupt and one port (default: ${DEFAULT-VALUE})"
      })
  private String suite;

  @Mixin private SceneOption own;

  @Option(
      names = "--extra-states",
      paramLabel = "0|1",
      defaultValue = "0",
      description = {
        "how many states more than the specification an implementation may have for the complete",
        "suite to reject it if it differs (default: ${DEFAULT-VALUE})"
      })
  private String extraStates;

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "draws the order of the walks; 0 keeps their own (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--only",
      paramLabel = "SCENE|R-...|C-...|SCRIPT",
      description = {
        "walks only that scene, what rests on that requirement or choice, or what rests in its scene",
        "on what a script that was saved breaks; may be given more than once, and adds up"
      })
  private List<String> only = List.of();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = {
        "makes the I-th of N parts of the walks, the same in every run; `report merge` joins the",
        "JSON reports of all parts"
      })
  private Shard shard;

  @Mixin private ReportOptions reporting;

  @Mixin private ProgressOption telling;

  /** Which scene it is, and of how many. */
  private String which;

  @Override
  public Integer call() {
    try (Target opened = target.open()) {
      SpecModule module = own.evaluation();
      Semantics judge = semantics(module, variant);
      List<String> all = own.ofSuite(module, suite);
      require(EXTRA_STATES, "number of extra states", extraStates);
      Selection selection = Selection.of(only, all, new Glossary(module));
      PrintWriter more = telling.more(out());
      FoundSoFar soFar = new FoundSoFar(seed);
      CheckReport report =
          new CheckReport(new Console(out(), more, width()), module, judge, reporting, soFar);
      try (Progress progress = telling.open(err());
          Interruption interruption = new Interruption(out(), err())) {
        interruption.watch(soFar::text);
        Covered covering = covered(module, covered, opened, progress, more);
        String name = covering.semantics().variant().name();
        report.begin(
            new Report.Subject(
                target.name(),
                variant,
                suite,
                name,
                seed,
                selection.names(),
                own.file(),
                Optional.ofNullable(shard)),
            isWhole() ? SuiteLength.outlook(suite, target.name()) : Optional.empty());
        List<String> scenes = selection.scenes(all);
        progress.expect(isWhole() ? SuiteLength.steps(suite) : -1);
        for (int i = 0; i < scenes.size(); i++) {
          which = "scene %d of %d, %s".formatted(i + 1, scenes.size(), scenes.get(i));
          soFar.begin(which);
          check(
              SceneCheck.scene(module, scenes.get(i), opened.support()),
              covering,
              selection,
              judge,
              opened,
              progress,
              report);
          if (report.isOver()) {
            report.skip(scenes.subList(i + 1, scenes.size()));
            break;
          }
        }
      }
      List<String> missing = opened.support().missing();
      boolean exact = opened.isExact();
      return report.end(missing, exact, end(opened));
    }
  }

  private boolean isWhole() {
    return only.isEmpty() && shard == null && own.file().isEmpty();
  }

  private void check(
      Scene scene,
      Covered covering,
      Selection selection,
      Semantics judge,
      Target opened,
      Progress progress,
      CheckReport report) {
    progress.begin(which + ", being built", -1);
    SceneSuite part = SceneSuite.build(scene, covering.semantics());
    Course whole = Course.named(suite, part, Integer.parseInt(extraStates));
    Course asked = selection.of(part, whole);
    Course course = shard == null ? asked : asked.part(shard);
    if (course.walks() == 0) {
      progress.pause();
      return;
    }
    SceneCheck check = new SceneCheck(part, judge);
    check.make(course);
    report.lookOn(check, part);
    progress.begin(which, course.steps());
    SceneResult result = check.run(opened, seed, progress::at);
    progress.pause();
    report.scene(check, part, result);
    report.only(course.walks(), whole.walks());
  }
}
