package bindcheck.cli;

import bindcheck.check.Failure;
import bindcheck.explain.Explained;
import bindcheck.oracle.Allowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check has found so far; one thread adds to it, and any may ask. Of the scene at hand
 * nothing is shrunk or explained yet; and where the target failed, that may be since it is ended.
 */
final class FoundSoFar {
  /** A longer walk is not printed. */
  private static final int MOST_LINES = 40;

  private final String seed;
  private final List<Explained> explained = new ArrayList<>();
  private final Map<String, Failure> found = new LinkedHashMap<>();
  private String scene = "before the first scene";

  FoundSoFar(long seed) {
    this.seed = "--seed " + seed;
  }

  /** Another scene begins. */
  synchronized void begin(String which) {
    scene = "in " + which;
  }

  /** Something is found in the scene at hand. */
  synchronized void add(Failure failure) {
    if (failure.isObserved()) {
      found.putIfAbsent(failure.signature(), failure);
    }
  }

  /** The scene is over, and what was found in it is explained. */
  synchronized void end(List<Explained> ofScene) {
    found.clear();
    ofScene.stream()
        .filter(one -> !one.isConsequence() && one.shown().isObserved())
        .forEach(explained::add);
  }

  /** What to print when the check is ended here. */
  synchronized String text() {
    int all = explained.size() + found.size();
    StringBuilder text = new StringBuilder();
    text.append("\nended early   ").append(scene).append(", ").append(seed).append('\n');
    text.append("found so far  ");
    text.append(all == 0 ? "nothing wrong" : all + (all == 1 ? " failure" : " failures"));
    text.append('\n');
    explained.forEach(one -> add(text, one.shown()));
    found.values().forEach(one -> add(text, one));
    return text.toString();
  }

  private static void add(StringBuilder text, Failure failure) {
    text.append("\nFAIL\n  call        ").append(failure.last().orElseThrow());
    text.append("\n  observed    ").append(failure.observed()).append('\n');
    for (Allowed allowed : failure.step().allowed()) {
      text.append("  allowed     ").append(allowed.observation()).append('\n');
      text.append("                ").append(String.join(" ", allowed.by())).append('\n');
    }
    if (failure.lines().size() <= MOST_LINES) {
      text.append("  by this script:\n");
      failure.lines().forEach(line -> text.append("    ").append(line).append('\n'));
    } else {
      text.append("  at the end of a walk of ").append(failure.lines().size());
      text.append(" lines, not shrunk yet\n");
    }
  }
}
