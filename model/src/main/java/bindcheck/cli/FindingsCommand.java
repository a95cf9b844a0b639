package bindcheck.cli;

import bindcheck.call.Nearest;
import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.findings.Finding;
import bindcheck.findings.FindingCheck;
import bindcheck.findings.FindingsJson;
import bindcheck.findings.Followed;
import bindcheck.findings.Mentions;
import bindcheck.findings.Ranking;
import bindcheck.litmus.Catalogue;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindcheck findings}. */
@Command(
    name = "findings",
    description = {
      "Lists where the document is ambiguous, silent or contradictory, or is broken by a kernel;",
      "shows such findings, and says which reading of each a target follows."
    })
final class FindingsCommand extends Subcommand {
  /** Enough for what a race shows often; more is a matter of {@code litmus}. */
  private static final String RUNS = "200";

  private static final String TARGET = "--target";

  /** What says how a target is played with. */
  private static final List<String> OF_PLAYING =
      List.of("--variant", "--runs", "--classpath", "--time-out", "--settle");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "F-nn|FILE",
      description = "findings: a number, or a file of your own (default: all)")
  private List<String> which = List.of();

  @Mixin private TargetOption target;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "the variant that judges a target (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--runs",
      defaultValue = RUNS,
      description = "how often a litmus program is run on a target (default: ${DEFAULT-VALUE})")
  private long runs;

  @Option(names = "--json", paramLabel = "FILE", description = "writes all of it, as JSON")
  private OutputFile json;

  @Override
  public Integer call() {
    require("--runs", runs, 1, Long.MAX_VALUE);
    boolean isPlayed = isGiven(TARGET);
    for (String option : OF_PLAYING) {
      if (!isPlayed && isGiven(option)) {
        throw new ParameterException(
            spec.commandLine(), option + ": expected beside " + TARGET + " only");
      }
    }
    List<Finding> findings = findings();
    return isPlayed ? play(findings) : show(findings);
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private List<Finding> findings() {
    List<Finding> all = Ranking.all();
    if (which.isEmpty()) {
      return all;
    }
    Map<String, Finding> known = new LinkedHashMap<>();
    all.forEach(finding -> known.put(finding.id(), finding));
    List<Finding> chosen = new ArrayList<>();
    for (String word : which) {
      chosen.add(known.containsKey(word) ? known.get(word) : file(word, known));
    }
    return chosen;
  }

  private static Finding file(String word, Map<String, Finding> known) {
    if (!word.endsWith(".md") && !Files.exists(Path.of(word))) {
      throw new InputException(
          "expected a file, or a finding out of F-01 to F-%02d, found '%s'%s"
              .formatted(known.size(), word, Nearest.hint(word, known.keySet().stream())));
    }
    Finding read = Finding.read(Path.of(word), Catalogue.all());
    new Mentions(evaluation())
        .unknown(read)
        .ifPresent(
            wrong -> {
              throw new InputException(Path.of(word), wrong);
            });
    return read;
  }

  private int show(List<Finding> findings) {
    FindingsReport report = new FindingsReport(out(), width());
    if (which.isEmpty()) {
      findings.forEach(report::line);
    } else {
      findings.forEach(report::whole);
    }
    out().flush();
    if (json != null) {
      FindingsJson.write(json.path(), findings);
    }
    return Verdict.PASS.exitCode();
  }

  /** What takes long is played only where it is asked for. */
  private Followed followed(FindingCheck check, Finding finding) {
    return which.isEmpty() && finding.demonstration().isLong()
        ? FindingCheck.leftOut(finding, "takes minutes, and is played where it is named")
        : check.check(finding);
  }

  private int play(List<Finding> findings) {
    SpecModule module = evaluation();
    String judge = variant(module, variant).name();
    target.requireTimes();
    // What cannot be opened is said before anything is printed.
    target.open().close();
    FindingsReport report = new FindingsReport(out(), width());
    List<Followed> all = new ArrayList<>();
    report.begin(target.name(), judge);
    Verdict verdict;
    try (FindingCheck check = new FindingCheck(module, judge, target::open, runs);
        Progress progress = new Progress()) {
      for (Finding finding : findings) {
        progress.begin(finding.id(), -1);
        Followed followed = followed(check, finding);
        progress.pause();
        all.add(followed);
        report.followed(followed);
      }
      verdict = Verdict.of(all.stream().map(Followed::verdict).toList());
      report.end(all, verdict, check.isExact());
    }
    if (json != null) {
      FindingsJson.write(json.path(), target.name(), judge, all);
    }
    return verdict.exitCode();
  }
}
