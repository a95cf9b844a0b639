package bindcheck.check;

import bindcheck.call.Verdict;
import bindcheck.suite.SceneSuite;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * What came of replaying one scene.
 *
 * @param steps how many stimuli were made, set-ups and drains included
 * @param nanos how long that took, in ns
 * @param walksLeft how often a walk was left, by an observation that is allowed but not the one of
 *     the variant whose graph was walked; the rest of it was then walked from a fresh kernel
 * @param covered the ids that the steps rest on, each with the number of steps
 * @param rejections the steps that are not allowed, those together that look the same
 */
public record SceneResult(
    SceneSuite part,
    long steps,
    long nanos,
    int walksLeft,
    SortedMap<String, Long> covered,
    List<FailureGroup> rejections) {
  /** Keeps a copy. */
  public SceneResult {
    rejections = List.copyOf(rejections);
  }

  /** The first step that is not allowed, or null. */
  public Failure failure() {
    return rejections.isEmpty() ? null : rejections.get(0).failure();
  }

  /** A short script that fails as well, or null. */
  public Failure reproduction() {
    return rejections.isEmpty() ? null : rejections.get(0).reproduction();
  }

  /** What the scene comes to: one step that is certainly wrong suffices. */
  public Verdict verdict() {
    return rejections.stream()
        .map(rejection -> rejection.failure().verdict())
        .min(Comparator.comparingInt(verdict -> verdict == Verdict.FAIL ? 0 : 1))
        .orElse(Verdict.PASS);
  }
}
