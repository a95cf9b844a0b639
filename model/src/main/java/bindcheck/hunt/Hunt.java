package bindcheck.hunt;

import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.judge.Rejection;
import bindcheck.history.judge.SectionJudge;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.Section;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.perturb.Perturbation;
import bindcheck.target.perturb.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Random concurrent load on a target, judged while it runs: the thread that calls {@link #run}
 * plays, another one judges the rounds that are over.
 */
public final class Hunt {
  /**
   * What is hunted and how.
   *
   * @param threads how many threads make calls at a time
   * @param time how long rounds are begun
   * @param rounds how many rounds are begun at most
   * @param callsEach how many calls a thread makes in a round at most
   */
  public record Settings(
      int threads, Duration time, long rounds, long seed, Mix mix, int callsEach) {
    /** The first rounds are short: what policies they fix is then found with little search. */
    Round round(long number) {
      int calls = (int) Math.min(callsEach, FIRST_ROUND + number / 2);
      return new Round(mix, seed + number, calls);
    }
  }

  /**
   * How it ended.
   *
   * @param recordingNanos the time that the rounds took
   * @param judgingNanos the time that judging took, beside it
   * @param nanos the time that both took together
   * @param undecided how many of the rounds took too many states to judge
   * @param rejections what was rejected
   * @param failed the round that the first of them was in, or that was not decided; else null
   * @param seed the seed of that round
   * @param reason why the verdict is not PASS, where there is no rejection; else empty
   */
  public record Result(
      Verdict verdict,
      long rounds,
      long calls,
      long recordingNanos,
      long judgingNanos,
      long nanos,
      long undecided,
      List<Rejection> rejections,
      List<Event> failed,
      long seed,
      String reason) {}

  /**
   * What has come of it while it goes on.
   *
   * @param calls of all rounds that were begun
   * @param seed the seed of the round that the first rejection was in
   */
  public record SoFar(long rounds, long calls, List<Rejection> rejections, long seed) {}

  private record Played(long rounds, long calls) {}

  private record Found(List<Rejection> rejections, long seed) {}

  /** How many rounds there may be where nobody says otherwise: the time ends them before. */
  public static final int NO_LIMIT = 1_000_000_000;

  /** How many states may be held where nobody says otherwise. */
  public static final long MOST_MEMBERS = 200_000;

  /** How long judging may go on when no more is played. */
  public static final Duration JUDGING = Duration.ofMinutes(10);

  /** Is played when no round follows. */
  private static final List<Event> LAST = List.of();

  /** Where more than one round in so many is undecided, so is the hunt. */
  private static final int UNDECIDED_IN = 100;

  private static final int AHEAD = 64;
  private static final int FIRST_ROUND = 2;

  private final Settings settings;
  private final Arena arena;
  private final Perturbation perturbation;
  private final BlockingQueue<List<Event>> played = new ArrayBlockingQueue<>(AHEAD);
  private final List<String> threads = new ArrayList<>(List.of(Round.MAIN));
  private final SectionJudge judge;
  private long rounds;
  private long calls;
  private long recordingNanos;

  /** Written by the thread that judges, and read by the other when that has ended. */
  private List<Event> failed;

  private boolean failedIsRejected;
  private long failedSeed;
  private long judged;
  private long judgingNanos;
  private volatile boolean decided;
  private volatile Played soFar = new Played(0, 0);
  private volatile Found found = new Found(List.of(), 0);

  /**
   * Prepares a hunt; the variant is used by no other thread until it is over.
   *
   * @param policies the number of what is open of the variant's policies
   */
  public Hunt(Settings settings, Target target, Semantics variant, int policies, Budget budget) {
    this.settings = settings;
    List<String> callers =
        IntStream.rangeClosed(1, settings.threads()).mapToObj(t -> "T" + t).toList();
    this.arena = Arena.of(target, callers);
    this.perturbation = target.perturbation();
    threads.addAll(callers);
    this.judge = new SectionJudge(variant, threads, false, budget).knowing(policies).passOver();
  }

  /** Goes on after a rejection, with further rounds, until there are so many. */
  public Hunt goOn(int mostRejections) {
    judge.goOnWithNextKernel(mostRejections);
    return this;
  }

  /** How many calls a thread usually makes in a round. */
  public static int usualRound(Target target) {
    return Arena.of(target, List.of()).usualRound();
  }

  /** Hunts until something is found or the time is over; tells of the calls made so far. */
  public Result run(LongConsumer progress) throws InterruptedException {
    long start = System.nanoTime();
    Thread judging = new Thread(this::judge, "bindcheck-judge");
    judging.setDaemon(true);
    judging.start();
    TargetException failure = null;
    try {
      play(start, progress);
    } catch (TargetException end) {
      failure = end;
    } finally {
      played.put(LAST);
      judging.join();
    }
    return result(System.nanoTime() - start, failure);
  }

  /** What has come of it; any thread may ask. */
  public SoFar soFar() {
    Played made = soFar;
    Found rejected = found;
    return new SoFar(made.rounds(), made.calls(), rejected.rejections(), rejected.seed());
  }

  private void play(long start, LongConsumer progress) throws InterruptedException {
    long nanos = settings.time().toNanos();
    while (rounds < settings.rounds() && System.nanoTime() - start < nanos && !decided) {
      long before = System.nanoTime();
      List<Event> events = perturbed(settings.round(rounds));
      recordingNanos += System.nanoTime() - before;
      rounds++;
      calls += events.stream().filter(event -> event instanceof Event.Called).count();
      soFar = new Played(rounds, calls);
      played.put(events);
      progress.accept(calls);
    }
  }

  private List<Event> perturbed(Round round) {
    Schedule.ofRound(round.seed()).ifPresent(perturbation::begin);
    try {
      return arena.play(round);
    } finally {
      perturbation.end();
    }
  }

  private Result result(long nanos, TargetException failure) {
    Verdict verdict = judge.verdict();
    String reason = judge.reason();
    if (judge.needsAll() && judge.rejections().isEmpty()) {
      verdict = Verdict.INCONCLUSIVE;
      reason = "the policies that the target follows were not narrowed down in time";
    }
    if (verdict == Verdict.PASS && judge.undecided() * UNDECIDED_IN > rounds) {
      verdict = Verdict.INCONCLUSIVE;
    }
    if (verdict == Verdict.PASS && failure != null) {
      verdict = failure.verdict();
      reason = failure.getMessage();
    }
    return new Result(
        verdict,
        rounds,
        calls,
        recordingNanos,
        judgingNanos,
        nanos,
        judge.undecided(),
        judge.rejections(),
        failed,
        failedSeed,
        reason);
  }

  /** Judges the rounds that were played, on a thread of its own. */
  private void judge() {
    try {
      for (List<Event> round = played.take(); round != LAST; round = played.take()) {
        if (!decided) {
          judge(round);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void judge(List<Event> round) {
    long before = System.nanoTime();
    SectionBuilder builder = new SectionBuilder(threads);
    round.forEach(builder::add);
    Section section = builder.cut(true);
    judged++;
    decided = !judge.accept(section);
    boolean isRejected = !judge.rejections().isEmpty();
    if (isRejected ? !failedIsRejected : failed == null && (decided || judge.undecided() > 0)) {
      failed = round;
      failedIsRejected = isRejected;
      failedSeed = settings.seed() + judged - 1;
    }
    if (isRejected) {
      found = new Found(judge.rejections(), failedSeed);
    }
    judgingNanos += System.nanoTime() - before;
  }
}
