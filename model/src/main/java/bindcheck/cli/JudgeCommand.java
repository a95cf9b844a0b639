package bindcheck.cli;

import bindcheck.check.Verdict;
import bindcheck.judge.Budget;
import bindcheck.judge.HistoryJudge;
import bindcheck.judge.SectionJudge;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindcheck judge}. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = {
      "Judges recorded histories: whether some execution that the variant allows explains every",
      "event. schema/history.schema.json says what a history is."
    })
final class JudgeCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "histories, in JSON Lines")
  private List<Path> files;

  @Option(
      names = "--variant",
      defaultValue = "doc",
      description = "who judges: a variant, or all (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--max-members",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "give up when so many states are held (default: ${DEFAULT-VALUE})")
  private long mostMembers;

  @Option(
      names = "--time",
      paramLabel = "S",
      defaultValue = "600",
      description = "give up after so many seconds a history (default: ${DEFAULT-VALUE})")
  private long seconds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (mostMembers < 1 || seconds < 1) {
      throw new BadInputException("expected --max-members and --time of at least 1");
    }
    SpecModule module = SpecModule.load("Evaluation");
    Set<String> names = Semantics.variantNames(module);
    if (!variant.equals(ALL)) {
      VariantOption.require(names, "variant", variant);
    }
    List<String> chosen = variant.equals(ALL) ? List.copyOf(names) : List.of(variant);
    List<HistoryJudge> judges = new ArrayList<>();
    for (Path file : files) {
      Map<String, Semantics> variants = new LinkedHashMap<>();
      chosen.forEach(name -> variants.put(name, new Semantics(module, name)));
      judges.add(
          new HistoryJudge(
              file, variants, () -> new Budget(mostMembers, Duration.ofSeconds(seconds))));
    }
    return judge(judges, new JudgeReport(spec.commandLine().getOut(), new Glossary(module)));
  }

  /** Each file has been read once, so that none that is malformed is found halfway. */
  private int judge(List<HistoryJudge> judges, JudgeReport report) {
    Verdict worst = Verdict.PASS;
    for (int i = 0; i < judges.size(); i++) {
      report.begin(files.get(i).toString(), judges.get(i));
      Verdict best = null;
      for (Map.Entry<String, SectionJudge> judged : judges.get(i).judge().entrySet()) {
        report.verdict(files.get(i).toString(), judged.getKey(), judged.getValue());
        best = better(best, judged.getValue().verdict());
      }
      worst = worse(worst, best);
    }
    report.end();
    return worst.exitCode();
  }

  /** Of several variants it is enough that one agrees. */
  private static Verdict better(Verdict a, Verdict b) {
    return a == null || b == Verdict.PASS || a == Verdict.FAIL ? b : a;
  }

  private static Verdict worse(Verdict a, Verdict b) {
    return a == Verdict.FAIL || b == Verdict.PASS ? a : b;
  }
}
