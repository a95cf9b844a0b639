package bindcheck.check;

import bindcheck.call.Verdict;
import bindcheck.suite.Guarantee;
import java.util.List;
import java.util.Optional;

/**
 * What came of replaying one scene.
 *
 * @param steps how many stimuli were made, set-ups and drains included
 * @param coverSteps how many of these were made to cover the graph
 * @param outputsKilled how many output faults the walks kill: edges that answer otherwise
 * @param killed how many transfer faults the walks kill, where that was looked into
 * @param guarantee what passing proves, where it proves something
 * @param nanos how long that took, in ns
 * @param walksLeft how often an observation was allowed but not the one of the variant whose graph
 *     was walked; the walk went on, from a fresh kernel where it had to
 * @param rejections the steps that are not allowed, those together that look the same
 */
public record SceneResult(
    SceneSize size,
    long steps,
    long coverSteps,
    int outputsKilled,
    Optional<FaultsKilled> killed,
    Optional<Guarantee> guarantee,
    long nanos,
    int walksLeft,
    List<FailureGroup> rejections) {
  /** Keeps a copy. */
  public SceneResult {
    rejections = List.copyOf(rejections);
  }

  /** What the scene comes to: one step that is certainly wrong suffices. */
  public Verdict verdict() {
    return rejections.isEmpty()
        ? Verdict.PASS
        : Verdict.of(rejections.stream().map(FailureGroup::verdict).toList());
  }

  /** How many steps failed. */
  public int failingSteps() {
    return rejections.stream().mapToInt(FailureGroup::count).sum();
  }

  /** Whether a further scene would tell nothing more, or is not asked for after this one. */
  public boolean isLast(int mostFailures) {
    return verdict() == Verdict.INCONCLUSIVE || (verdict() == Verdict.FAIL && mostFailures == 1);
  }
}
