package bindcheck.cli;

import bindcheck.call.Verdict;
import bindcheck.check.Timing;
import bindcheck.explain.CauseSearch;
import bindcheck.explain.Expectation;
import bindcheck.explain.Judgement;
import bindcheck.file.InputException;
import bindcheck.file.OutputFile;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.history.judge.Rejection;
import bindcheck.history.linear.Budget;
import bindcheck.hunt.Hunt;
import bindcheck.hunt.Mix;
import bindcheck.oracle.Allowed;
import bindcheck.report.TextReport;
import bindcheck.report.Wrapped;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.perturb.Schedule;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bindcheck hunt}. */
@Command(
    name = "hunt",
    description = {
      "Identifies the target, then makes random calls from many threads at once, and",
      "judges what was recorded while it goes on. Between rounds the target is",
      "quiescent, so that lost wake-ups show."
    })
final class HuntCommand extends Subcommand {
  private static final double NANOS = 1e9;

  /** Each takes a while to explain. */
  private static final int MOST_FAILURES = 50;

  /** Each may take half a minute. */
  private static final int MOST_REPLAYED = 5;

  private static final int MOST_CALLS = 2_000;

  @Mixin private TargetOption target;

  @Option(
      names = "--variant",
      defaultValue = Variants.DOC,
      description = "who judges (default: ${DEFAULT-VALUE})")
  private String variant;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "8",
      description = "how many threads make calls (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--time",
      paramLabel = "S",
      defaultValue = "10",
      description = "for how many seconds (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "" + Hunt.NO_LIMIT,
      description = "for how many rounds at most, each with a fresh kernel (default: no limit)")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "draws the calls; how threads interleave is the machine's (default: "
              + "${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--calls",
      paramLabel = "MIX",
      description = "weights such as trigger=3,ack=2,poll=1 (default: all kinds)")
  private String calls;

  @Option(
      names = "--round",
      paramLabel = "N",
      description = {
        "calls of each thread between two fresh kernels (default: 100 on java: targets,",
        "20 on others, where calls overlap more)"
      })
  private Integer callsEach;

  @Option(
      names = "--perturb",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = {
        "holds up threads of the target where they meet, in three rounds of four, as drawn",
        "from the seed, so that more interleavings come about (default: yes)"
      })
  private boolean perturb;

  @Option(
      names = "--max-members",
      paramLabel = "N",
      defaultValue = "" + Hunt.MOST_MEMBERS,
      description = "give up when so many states are held (default: ${DEFAULT-VALUE})")
  private long mostMembers;

  @Option(
      names = "--continue",
      description = "goes on after a failure with further rounds, and lists further ones")
  private boolean goOn;

  @Mixin private ExpectationOption expected;

  @Mixin private ProgressOption telling;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the history of a round that fails goes, for judge")
  private OutputFile output;

  @Override
  public Integer call() throws InterruptedException {
    require("--threads", threads, 1, MOST_THREADS);
    if (callsEach != null) {
      require("--round", callsEach, 1, MOST_CALLS);
    }
    require("--time", seconds, 1, LONGEST);
    require("--rounds", rounds, 1, Integer.MAX_VALUE);
    require("--max-members", mostMembers, 1, Long.MAX_VALUE);
    SpecModule module = evaluation();
    Semantics judge = semantics(module, variant);
    Glossary glossary = new Glossary(module);
    Optional<Expectation> expectation = expected.read(glossary);
    Mix asked = mix("--calls", () -> calls == null ? Mix.usual() : Mix.parse(calls));
    PrintWriter out = out();
    PrintWriter more = telling.more(out);
    Hunt.Result result;
    boolean exact;
    Optional<TargetException> ending;
    try (Target opened = target.open(perturb);
        Progress progress = telling.open(err())) {
      Mix mix = mix("--target", () -> asked.of(opened.support()));
      more.printf("target        %s%n", target.name());
      more.printf("judge         %s%n", variant);
      more.printf("load          %d threads, %s, seed %d%n", threads, mix, seed);
      more.printf("perturbed     %s%n", perturbed(opened));
      String missing = opened.support().missing(asked.calls());
      if (!missing.isEmpty()) {
        more.printf("skipped       what needs more: the target has no %s%n", missing);
      }
      more.flush();
      int policies = covered(module, null, opened, progress, more).open(judge);
      progress.begin("hunting for " + seconds + " s, calls so far", -1);
      int round = callsEach != null ? callsEach : Hunt.usualRound(opened);
      Hunt.Settings plan =
          new Hunt.Settings(threads, Duration.ofSeconds(seconds), rounds, seed, mix, round);
      Budget budget = new Budget(mostMembers, Duration.ofSeconds(seconds).plus(Hunt.JUDGING));
      Hunt hunt = new Hunt(plan, opened, judge, policies, budget);
      hunt.goOn(goOn || expected.isGiven() ? MOST_FAILURES : 1);
      try (Interruption interruption = new Interruption(out, err())) {
        interruption.watch(() -> soFar(hunt.soFar()));
        result = hunt.run(progress::at);
      }
      exact = opened.isExact();
      ending = end(opened);
    }
    if (result.verdict() == Verdict.PASS && ending.isPresent()) {
      throw ending.get();
    }
    describe(result, exact, more);
    boolean looksAgain = !exact && !result.rejections().isEmpty();
    if (!looksAgain) {
      print(result, result.verdict(), Timing.NONE, out);
    }
    List<Judgement.Refutation> failures =
        Judgement.Refutation.ofAlike(result.rejections(), new CauseSearch(module, judge));
    ReplayReport replays = new ReplayReport(out, target, perturb, judge);
    Timing timing = looksAgain ? timing(failures, replays) : Timing.NONE;
    Verdict verdict = timing == Timing.NOT_SEEN_AGAIN ? Verdict.INCONCLUSIVE : result.verdict();
    if (looksAgain) {
      print(result, verdict, timing, out);
    }
    ending.ifPresent(how -> out.printf("the target    %s%n", how.getMessage()));
    JudgeReport report = new JudgeReport(out, glossary);
    for (int i = 0; i < failures.size(); i++) {
      report.explain(failures.get(i));
      if (i < MOST_REPLAYED) {
        replays.replay(failures.get(i).rejection().contradiction());
      }
    }
    if (result.failed() != null && output != null) {
      write(result, out);
    }
    return expectation
        .filter(known -> verdict != Verdict.INCONCLUSIVE)
        .filter(known -> result.reason().isEmpty() || result.undecided() > 0)
        .map(known -> known.isMet(failures) ? Verdict.PASS : Verdict.FAIL)
        .orElse(verdict)
        .exitCode();
  }

  /** That of the failures: not seen again only where that holds of every one. */
  private static Timing timing(List<Judgement.Refutation> failures, ReplayReport replays) {
    Timing all = Timing.NOT_SEEN_AGAIN;
    for (int i = 0; i < failures.size() && all == Timing.NOT_SEEN_AGAIN; i++) {
      all =
          i < MOST_REPLAYED
              ? replays.timing(failures.get(i).rejection().contradiction())
              : Timing.NONE;
    }
    return all;
  }

  /** What to print when the hunt is ended here. */
  private String soFar(Hunt.SoFar hunt) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%nended early   after %d rounds, %d calls, --seed %d%n"
            .formatted(hunt.rounds(), hunt.calls(), seed));
    if (hunt.rejections().isEmpty()) {
      return text.append("found so far  nothing wrong\n").toString();
    }
    text.append("found so far  FAIL, first in the round of --seed %d%n".formatted(hunt.seed()));
    for (Rejection rejection : hunt.rejections()) {
      text.append("  observed    ").append(rejection.observed()).append('\n');
      for (Allowed allowed : rejection.allowed()) {
        text.append("  allowed     ").append(allowed.observation()).append('\n');
      }
    }
    return text.toString();
  }

  private String perturbed(Target opened) {
    if (!perturb) {
      return "no";
    }
    return opened
        .perturbation()
        .missing()
        .map(why -> "no: " + why)
        .orElse(
            (Schedule.UNDISTURBED_IN - 1)
                + " of "
                + Schedule.UNDISTURBED_IN
                + " rounds, drawn from the seed");
  }

  private static Mix mix(String option, Supplier<Mix> mix) {
    try {
      return mix.get();
    } catch (IllegalArgumentException unfit) {
      throw new InputException(option + ": " + unfit.getMessage());
    }
  }

  private static void describe(Hunt.Result result, boolean exact, PrintWriter more) {
    more.printf("rounds        %d%n", result.rounds());
    more.printf("calls         %d%n", result.calls());
    more.printf("recording     %d calls/s alone%n", rate(result.calls(), result.recordingNanos()));
    more.printf("judging       %d calls/s alone%n", rate(result.calls(), result.judgingNanos()));
    more.printf("together      %d calls/s%n", rate(result.calls(), result.nanos()));
    more.printf("blocking      %s%n", TextReport.blocking(exact));
    more.flush();
  }

  /** The verdict, and where it comes from. */
  private void print(Hunt.Result result, Verdict verdict, Timing timing, PrintWriter out) {
    out.printf("verdict       %s%n", verdict);
    if (!timing.text().isEmpty()) {
      out.print(Wrapped.of("  ", timing.text(), width()));
    }
    if (result.undecided() > 0) {
      out.printf(
          "  undecided: %d of %d rounds, passed over: %s%n",
          result.undecided(), result.rounds(), result.reason());
    } else if (!result.reason().isEmpty()) {
      out.printf("  %s%n", result.reason());
    }
    if (!result.rejections().isEmpty()) {
      boolean perturbed = perturb && Schedule.ofRound(result.seed()).isPresent();
      String how = perturbed ? ", perturbed" : "";
      out.printf("  in the round of --seed %d%s%n", result.seed(), how);
    }
    out.flush();
  }

  private void write(Hunt.Result result, PrintWriter out) {
    output.write(
        file -> {
          HistoryWriter history = new HistoryWriter(file, new Header(target.name(), false));
          result.failed().forEach(history::write);
          history.write(new Event.End(true));
        });
    out.printf("  the history of the round: %s%n", output);
    out.flush();
  }

  private static long rate(long calls, long nanos) {
    return nanos == 0 ? 0 : Math.round(calls * NANOS / nanos);
  }
}
