package bindcheck.zoo;

import bindcheck.history.linear.Budget;
import bindcheck.hunt.Hunt;
import bindcheck.hunt.Mix;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.Target;
import bindcheck.variants.Covered;
import java.time.Duration;

/** What {@code hunt} comes to. */
public final class HuntAttempts implements Command {
  private final SpecModule module;
  private final Semantics judge;
  private final int threads;
  private final Duration time;
  private final long seed;

  /**
   * Prepares to hunt.
   *
   * @param threads how many threads make calls at a time
   * @param time how long on each
   */
  public HuntAttempts(SpecModule module, Semantics judge, int threads, Duration time, long seed) {
    this.module = module;
    this.judge = judge;
    this.threads = threads;
    this.time = time;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "hunt --time %d --threads %d --seed %d".formatted(time.toSeconds(), threads, seed);
  }

  @Override
  public Attempt on(Specimen specimen) throws InterruptedException {
    Target target = specimen.openPerturbed();
    int policies = Covered.of(module, target, found -> {}, choice -> {}).open(judge);
    Hunt.Settings settings =
        new Hunt.Settings(
            threads,
            time,
            Hunt.NO_LIMIT,
            seed,
            Mix.usual().of(target.support()),
            Hunt.usualRound(target));
    Budget budget = new Budget(Hunt.MOST_MEMBERS, time.plus(Hunt.JUDGING));
    Hunt.Result result = new Hunt(settings, target, judge, policies, budget).run(calls -> {});
    int shown =
        result.rejections().isEmpty()
            ? 0
            : result.rejections().get(0).contradiction().steps().size();
    Attempt attempt = new Attempt(name(), result.verdict(), result.calls(), shown);
    return Closing.after(attempt, target::close);
  }
}
