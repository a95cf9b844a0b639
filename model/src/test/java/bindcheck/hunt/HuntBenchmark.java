package bindcheck.hunt;

import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.JavaTarget;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How fast eight threads on the reference implementation are recorded and judged. Not a test: it
 * prints figures, and for each the ratio to what is wanted.
 *
 * <p>{@code java -cp model/target/bindcheck.jar:model/target/test-classes
 * bindcheck.hunt.HuntBenchmark [SECONDS]}
 */
public final class HuntBenchmark {
  private static final int THREADS = 8;
  private static final int CALLS_EACH = 100;
  private static final double NANOS = 1e9;

  private HuntBenchmark() {}

  /** Hunts for that many seconds with each variant. */
  public static void main(String[] args) throws InterruptedException {
    Duration time = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 60);
    System.out.printf(
        "%-10s %9s %9s %12s %12s %12s %7s%n",
        "judge", "rounds", "calls", "recording/s", "judging/s", "together/s", "ratio");
    recordAlone(time);
    SpecModule module = SpecModule.load("Evaluation");
    measure(module, "reference", 20_000, time);
    measure(module, "doc", 5_000, time);
  }

  private static void recordAlone(Duration time) {
    List<String> threads = IntStream.rangeClosed(1, THREADS).mapToObj(t -> "T" + t).toList();
    try (JavaTarget target = (JavaTarget) Targets.open(Targets.DEFAULT)) {
      JavaArena arena = new JavaArena(target, threads);
      long start = System.nanoTime();
      long rounds = 0;
      long calls = 0;
      while (System.nanoTime() - start < time.toNanos()) {
        List<Event> events = arena.play(new Round(Mix.usual(), rounds++, CALLS_EACH));
        calls += events.stream().filter(event -> event instanceof Event.Called).count();
      }
      double rate = calls * NANOS / (System.nanoTime() - start);
      System.out.printf("%-10s %9d %9d %12.0f%n", "nobody", rounds, calls, rate);
    }
  }

  private static void measure(SpecModule module, String variant, double wanted, Duration time)
      throws InterruptedException {
    Hunt.Settings plan =
        new Hunt.Settings(THREADS, time, Long.MAX_VALUE, 1, Mix.usual(), CALLS_EACH);
    Budget budget = new Budget(2_000_000, time.multipliedBy(10));
    try (Target target = Targets.open(Targets.DEFAULT)) {
      Semantics semantics = new Semantics(module, variant);
      Hunt.Result result =
          new Hunt(plan, target, semantics, Policies.ALL_OPEN, budget).run(calls -> {});
      double together = result.calls() * NANOS / result.nanos();
      System.out.printf(
          "%-10s %9d %9d %12.0f %12.0f %12.0f %7.2f  %s%n",
          variant,
          result.rounds(),
          result.calls(),
          result.calls() * NANOS / result.recordingNanos(),
          result.calls() * NANOS / result.judgingNanos(),
          together,
          together / wanted,
          result.verdict());
    }
  }
}
