package bindcheck.history.judge;

import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import java.time.Duration;
import java.util.List;

/** How far the judge follows the events of one kernel, whose members it all keeps. */
final class Explained {
  private static final long MOST_MEMBERS = 1_000_000;

  private Explained() {}

  /** How many of the events it explains: all of them, if it has nothing against the last. */
  static int of(
      Semantics variant, List<String> threads, List<Event> events, boolean deadlinesRecorded) {
    SectionBuilder builder = new SectionBuilder(threads);
    events.forEach(builder::add);
    Budget budget = new Budget(MOST_MEMBERS, Duration.ofMinutes(5));
    SectionJudge judge = new SectionJudge(variant, threads, deadlinesRecorded, budget);
    judge.restart();
    judge.accept(builder.cut(true));
    return judge.verdict() == Verdict.PASS
        ? events.size()
        : (int) judge.rejections().get(0).event();
  }
}
