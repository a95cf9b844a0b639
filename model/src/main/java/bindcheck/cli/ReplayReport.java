package bindcheck.cli;

import bindcheck.history.Event;
import bindcheck.history.judge.Contradiction;
import bindcheck.hunt.PartScript;
import bindcheck.hunt.Replays;
import bindcheck.script.Line;
import bindcheck.spec.Semantics;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.io.PrintWriter;
import java.util.List;

/** Replays what {@code bindcheck hunt} shows on the target, and says whether it fails again. */
final class ReplayReport {
  private final PrintWriter out;
  private final TargetOption target;
  private final boolean perturb;
  private final Semantics judge;

  ReplayReport(PrintWriter out, TargetOption target, boolean perturb, Semantics judge) {
    this.out = out;
    this.target = target;
    this.perturb = perturb;
    this.judge = judge;
  }

  /** Replays a part that begins with a fresh kernel; of another nothing is said. */
  void replay(Contradiction shown) {
    if (!shown.isFresh()) {
      return;
    }
    try (Target opened = target.open(perturb)) {
      List<Event> whole = shown.whole().events();
      tell(new Replays(opened, judge, shown.given(), shown.events(), whole).run());
    } catch (TargetException failed) {
      out.printf("  replayed    the target has failed: %s%n", failed.getMessage());
    }
    out.flush();
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
