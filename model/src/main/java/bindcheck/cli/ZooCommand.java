package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Grading;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.zoo.Attempt;
import bindcheck.zoo.CheckAttempts;
import bindcheck.zoo.Command;
import bindcheck.zoo.HuntAttempts;
import bindcheck.zoo.LitmusAttempts;
import bindcheck.zoo.Specimen;
import bindcheck.zoo.Zoo;
import bindcheck.zoo.ZooResults;
import bindcheck.zoo.ZooRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bindcheck zoo}. */
@picocli.CommandLine.Command(
    name = "zoo",
    description = {
      "Tries the commands on implementations that are known to be faulty, and on correct",
      "ones that are unusual, each of which is a --target zoo:NAME, too."
    })
final class ZooCommand extends Subcommand {
  @Parameters(
      paramLabel = "NAME|KIND",
      description = "which: names, or fault, race, unusual (default: all)")
  private List<String> which = List.of();

  @Option(
      names = "--time",
      paramLabel = "S",
      defaultValue = "60",
      description = "seconds of hunt on each that needs it (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "6",
      description = "how many threads hunt has (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--seed",
      paramLabel = "X",
      defaultValue = "1",
      description = "draws the calls of hunt (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = {
        "keeps in FILE what came of each, a line each with tabulators; lines about others",
        "stay as they are"
      })
  private OutputFile results;

  @Option(names = "--list", description = "only says what there is")
  private boolean isList;

  @Override
  public Integer call() throws InterruptedException {
    require("--time", seconds, 1, LONGEST);
    require("--threads", threads, 1, MOST_THREADS);
    List<Specimen> chosen = chosen(Zoo.all());
    ZooReport report = new ZooReport(out());
    if (isList) {
      chosen.forEach(report::name);
      return Verdict.PASS.exitCode();
    }
    SpecModule module = evaluation();
    Semantics judge = semantics(module, Variants.DOC);
    Grading grading = new Grading(new Allowances(module), Variants.DOC);
    Command check = new CheckAttempts(module, judge, "small");
    Command full = new CheckAttempts(module, judge, "full");
    Command hunt = new HuntAttempts(module, judge, threads, Duration.ofSeconds(seconds), seed);
    Command stress = LitmusAttempts.stress(grading);
    Command lincheck = LitmusAttempts.lincheck(grading);
    ZooResults kept = new ZooResults(results == null ? null : results.path());
    report.begin();
    for (Specimen specimen : chosen) {
      List<Attempt> attempts =
          switch (specimen.kind()) {
            case FAULT -> untilFound(specimen, List.of(check, full, hunt, stress));
            case RACE -> untilFound(specimen, List.of(hunt, stress, lincheck));
            case UNUSUAL -> untilFound(specimen, List.of(check, hunt));
          };
      report.tried(specimen, attempts);
      kept.put(ZooRow.of(specimen, attempts));
    }
    return report.end().exitCode();
  }

  /** One command after the other, until one finds what is wrong. */
  private static List<Attempt> untilFound(Specimen specimen, List<Command> commands)
      throws InterruptedException {
    List<Attempt> attempts = new ArrayList<>();
    for (Command command : commands) {
      if (command.isFit(specimen)) {
        attempts.add(command.tryOn(specimen));
        if (attempts.get(attempts.size() - 1).isFound()) {
          break;
        }
      }
    }
    return attempts;
  }

  private List<Specimen> chosen(List<Specimen> all) {
    if (which.isEmpty()) {
      return all;
    }
    List<Specimen> chosen = new ArrayList<>();
    for (String word : which) {
      List<Specimen> named = all.stream().filter(each -> isCalled(each, word)).toList();
      if (named.isEmpty()) {
        throw new InputException(
            "expected fault, race, unusual or a name that --list shows, found '" + word + "'");
      }
      chosen.addAll(named);
    }
    return chosen;
  }

  private static boolean isCalled(Specimen specimen, String word) {
    return specimen.name().equals(word) || specimen.kind().toString().equals(word);
  }
}
