package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.explain.CauseSearch;
import bindcheck.explain.Judgement;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.linear.Budget;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.report.HistoryPage;
import bindcheck.report.JsonReport;
import bindcheck.report.JunitReport;
import bindcheck.report.Origin;
import bindcheck.report.PageFolder;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck judge}. */
@Command(
    name = "judge",
    description = {
      "Judges recorded histories: whether some execution that the variant allows explains every",
      "event. schema/history.schema.json says what a history is."
    })
final class JudgeCommand extends Subcommand {
  private static final String ALL = "all";
  private static final String SEARCH = "search";
  private static final String TLC = "tlc";
  private static final Set<String> ENGINES = new TreeSet<>(Set.of(SEARCH, TLC));

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "histories, in JSON Lines")
  private List<Path> files;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "who judges: a variant, or all (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--engine",
      defaultValue = SEARCH,
      description = {
        "search: this program's own, which says why;",
        "tlc: TLC, as a second opinion on short histories (default: search)"
      })
  private String engine;

  @Option(
      names = "--max-members",
      paramLabel = "N",
      description = "give up when so many states are held (default: when they fill the memory)")
  private long mostMembers = Long.MAX_VALUE;

  @Option(
      names = "--time",
      paramLabel = "S",
      defaultValue = "600",
      description = "give up after so many seconds a history (default: ${DEFAULT-VALUE})")
  private long seconds;

  @Option(
      names = "--continue",
      description = "goes on after a failure, from an allowed value, and lists further ones")
  private boolean goOn;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the verdicts as JSON")
  private OutputFile json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "writes JUnit XML, a test for each requirement that is not met")
  private OutputFile junit;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "writes DIR/index.html, a page with what is not allowed as a timeline")
  private PageFolder html;

  @Override
  public Integer call() {
    require("--max-members", mostMembers, 1, Long.MAX_VALUE);
    require("--time", seconds, 1, LONGEST);
    SpecModule module = evaluation();
    List<String> chosen =
        variant.equals(ALL)
            ? List.copyOf(new Variants(module).names())
            : List.of(variant(module, variant).name());
    require(ENGINES, "judge engine", engine);
    if (engine.equals(TLC)) {
      return byTlc(chosen);
    }
    Map<String, Semantics> variants = new LinkedHashMap<>();
    chosen.forEach(name -> variants.put(name, new Semantics(module, name)));
    Map<Path, HistoryJudge> judges = read(file -> judge(file, variants));
    if (judges.isEmpty()) {
      return Main.BAD_INPUT;
    }
    JudgeReport report = new JudgeReport(out(), new Glossary(module));
    Map<String, CauseSearch> causes = new LinkedHashMap<>();
    variants.forEach((name, semantics) -> causes.put(name, new CauseSearch(module, semantics)));
    List<Judgement> judgements = judge(judges, causes, report);
    if (json != null) {
      JsonReport.write(json.path(), judgements);
    }
    if (junit != null) {
      JunitReport.write(junit.path(), judgements);
    }
    if (html != null) {
      HistoryPage.write(html, judgements, Origin.now(Main.VERSION));
    }
    return exitCode(
        Verdict.of(judgements.stream().map(Judgement::verdict).toList()), judges.size());
  }

  private int byTlc(List<String> variants) {
    if (goOn || json != null || junit != null || html != null || mostMembers != Long.MAX_VALUE) {
      throw new InputException(
          "--continue, --json, --junit, --report, --max-members: expected --engine search, found tlc");
    }
    Map<Path, RecordedHistory> histories = read(RecordedHistory::read);
    if (histories.isEmpty()) {
      return Main.BAD_INPUT;
    }
    Duration time = Duration.ofSeconds(seconds);
    return exitCode(new TlcOpinions(out(), time).of(histories, variants), histories.size());
  }

  /** What is read from each file; one that is malformed is said to be, and the others go on. */
  private <T> Map<Path, T> read(Function<Path, T> reading) {
    Map<Path, T> read = new LinkedHashMap<>();
    for (Path file : new LinkedHashSet<>(files)) {
      try {
        read.put(file, reading.apply(file));
      } catch (InputException unreadable) {
        err().println("bindcheck: " + unreadable.getMessage());
      }
    }
    return read;
  }

  private int exitCode(Verdict verdict, int read) {
    int all = new LinkedHashSet<>(files).size();
    if (read < all) {
      err()
          .printf(
              "bindcheck: %d of %d files could not be read, the others were judged%n",
              all - read, all);
      return Main.BAD_INPUT;
    }
    return verdict.exitCode();
  }

  /** Reads the file once, so that what is malformed is not found halfway. */
  private HistoryJudge judge(Path file, Map<String, Semantics> variants) {
    return new HistoryJudge(
            file, variants, () -> new Budget(mostMembers, Duration.ofSeconds(seconds)))
        .goOn(goOn ? ReportOptions.MOST_FAILURES : 1);
  }

  private static List<Judgement> judge(
      Map<Path, HistoryJudge> judges, Map<String, CauseSearch> causes, JudgeReport report) {
    List<Judgement> judgements = new ArrayList<>();
    judges.forEach(
        (path, judge) -> {
          String file = path.toString();
          report.begin(file, judge);
          List<Judgement.VariantVerdict> verdicts = new ArrayList<>();
          judge
              .judge()
              .forEach(
                  (variant, judged) -> {
                    report.verdict(variant, judged);
                    verdicts.add(Judgement.VariantVerdict.of(variant, judged, causes.get(variant)));
                    report.failures(file, verdicts.get(verdicts.size() - 1));
                  });
          judgements.add(Judgement.of(file, judge, verdicts));
        });
    return judgements;
  }
}
