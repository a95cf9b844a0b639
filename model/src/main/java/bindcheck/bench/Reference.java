package bindcheck.bench;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.history.linear.Budget;
import bindcheck.hunt.Hunt;
import bindcheck.hunt.Mix;
import bindcheck.hunt.Rounds;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.JavaTarget;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What checking, recording and judging cost on the reference, beside its calls without that. */
final class Reference {
  private static final Duration TIME = Duration.ofMinutes(10);
  private static final int CALLS_EACH = 100;
  private static final long SEED = 1;

  private final SpecModule module;

  Reference(SpecModule module) {
    this.module = module;
  }

  /** A scene's walks through the checker, and the same calls made directly. */
  Stream<Comparison> replays(Size size) {
    Scene scene = new Scene(module, size == Size.QUICK ? "deadlines" : "interrupt");
    SceneSuite part = SceneSuite.build(scene, new Semantics(module, Variants.REFERENCE));
    return Stream.of(Variants.REFERENCE, Variants.DOC).map(variant -> replay(part, variant));
  }

  private Comparison replay(SceneSuite part, String variant) {
    Semantics judge = new Semantics(module, variant);
    Script script = new Script();
    long calls = check(part, judge, script.recording(open()));
    return new Comparison(
        "%s, %,d calls, %s".formatted(part.name(), calls, variant),
        "calls/s",
        new Side(
            "checked",
            () -> {
              long start = System.nanoTime();
              return Figure.rate(check(part, judge, open()), start, true);
            }),
        new Side(
            "direct",
            () -> {
              long start = System.nanoTime();
              script.play(open());
              return Figure.rate(calls, start, true);
            }));
  }

  private static long check(SceneSuite part, Semantics judge, Target target) {
    try (target) {
      SceneResult result = new SceneCheck(part, judge).run(target, 0, steps -> {});
      require(result.rejections().isEmpty());
      return result.steps();
    }
  }

  /** Calls that do not block, with a record of them and without. */
  Stream<Comparison> records(Size size) {
    int[] threads = size == Size.QUICK ? new int[] {2} : new int[] {1, 4, 16};
    return IntStream.of(threads).mapToObj(t -> record(settings(size, t, Rounds.UNBLOCKED)));
  }

  private static Comparison record(Hunt.Settings settings) {
    long calls;
    try (JavaTarget target = open()) {
      calls = Rounds.record(target, settings);
    }
    return new Comparison(
        "%d threads, %s".formatted(settings.threads(), settings.mix()),
        "calls/s",
        recorded(settings),
        new Side(
            "not recorded",
            () -> {
              try (JavaTarget target = open()) {
                long start = System.nanoTime();
                Rounds.make(target, settings);
                return Figure.rate(calls, start, true);
              }
            }));
  }

  private static Side recorded(Hunt.Settings settings) {
    return new Side(
        "recorded",
        () -> {
          try (JavaTarget target = open()) {
            long start = System.nanoTime();
            return Figure.rate(Rounds.record(target, settings), start, true);
          }
        });
  }

  /** A hunt, and its rounds recorded only. */
  Stream<Comparison> hunts(Size size) {
    Hunt.Settings settings = settings(size, size == Size.QUICK ? 2 : 8, null);
    return Stream.of(Variants.REFERENCE, Variants.DOC).map(variant -> hunt(settings, variant));
  }

  private Comparison hunt(Hunt.Settings settings, String variant) {
    Semantics judge = new Semantics(module, variant);
    return new Comparison(
        "%d threads, all kinds of call, %s".formatted(settings.threads(), variant),
        "calls/s",
        new Side(
            "recorded and judged",
            () -> {
              try (Target target = open()) {
                Budget budget = new Budget(Hunt.MOST_MEMBERS, TIME);
                long start = System.nanoTime();
                Hunt.Result result =
                    new Hunt(settings, target, judge, Policies.ALL_OPEN, budget).run(calls -> {});
                require(result.verdict() != Verdict.FAIL);
                return Figure.rate(result.calls(), start, true);
              }
            }),
        recorded(settings));
  }

  private static Hunt.Settings settings(Size size, int threads, String mix) {
    long rounds = size == Size.QUICK ? 20 : 300;
    return new Hunt.Settings(
        threads, TIME, rounds, SEED, mix == null ? Mix.usual() : Mix.parse(mix), CALLS_EACH);
  }

  private static JavaTarget open() {
    return (JavaTarget) Targets.open(Targets.DEFAULT);
  }

  private static void require(boolean passed) {
    if (!passed) {
      throw new IllegalStateException("the reference was rejected");
    }
  }
}
