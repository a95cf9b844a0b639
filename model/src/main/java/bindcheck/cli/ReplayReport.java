package bindcheck.cli;

import bindcheck.check.Timing;
import bindcheck.history.Event;
import bindcheck.history.judge.Contradiction;
import bindcheck.hunt.PartScript;
import bindcheck.hunt.Replays;
import bindcheck.script.Line;
import bindcheck.spec.Semantics;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.io.PrintWriter;
import java.util.IdentityHashMap;
import java.util.List;

/** Replays what {@code bindcheck hunt} shows on the target, and says whether it fails again. */
final class ReplayReport {
  private final PrintWriter out;
  private final TargetOption target;
  private final boolean perturb;
  private final Semantics judge;
  private final IdentityHashMap<Contradiction, Replays.Result> made = new IdentityHashMap<>();

  ReplayReport(PrintWriter out, TargetOption target, boolean perturb, Semantics judge) {
    this.out = out;
    this.target = target;
    this.perturb = perturb;
    this.judge = judge;
  }

  /** Of a target with a settle time: whether what is shown rests on it, and fails with more. */
  Timing timing(Contradiction shown) {
    if (!shown.isFresh() || !shown.restsOnBlocking()) {
      return Timing.NONE;
    }
    try {
      Replays.Result result = made(shown);
      return Timing.again(result.failing() > 0 || !result.sequential().isEmpty());
    } catch (TargetException failed) {
      return Timing.NONE;
    }
  }

  /** Replays a part that begins with a fresh kernel; of another nothing is said. */
  void replay(Contradiction shown) {
    if (!shown.isFresh()) {
      return;
    }
    try {
      tell(made(shown));
    } catch (TargetException failed) {
      out.printf("  replayed    the target has failed: %s%n", failed.getMessage());
    }
    out.flush();
  }

  /** Made once, and with far more time to return where what is blocked is not seen. */
  private Replays.Result made(Contradiction shown) {
    Replays.Result known = made.get(shown);
    if (known == null) {
      try (Target opened = target.open(perturb)) {
        List<Event> whole = shown.whole().events();
        Replays replays = new Replays(opened, judge, shown.given(), shown.events(), whole);
        known = Timing.withMore(opened, replays::run);
      }
      made.put(shown, known);
    }
    return known;
  }

  private void tell(Replays.Result result) {
    if (!result.sequential().isEmpty()) {
      List<Line> lines = PartScript.of(result.sequential());
      out.printf("  replayed    fails call after call as well, by this script:%n");
      lines.forEach(line -> out.printf("    %s%n", line));
    } else {
      String what = result.isWhole() ? "the whole round" : "the part";
      String fails = result.failing() > 0 ? "fails " + result.failing() : "does not fail again";
      out.printf("  replayed    %s, %d times: %s%n", what, result.made(), fails);
    }
  }
}
