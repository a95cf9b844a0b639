package bindcheck.check;

import java.util.SortedMap;

/**
 * What came of replaying one scene.
 *
 * @param steps how many stimuli were made, set-ups and drains included
 * @param nanos how long that took, in ns
 * @param walksLeft how many walks ended early, by an observation that is allowed but not the one of
 *     the variant whose graph was walked
 * @param covered the ids that the steps rest on, each with the number of steps
 * @param failure the first step that is not allowed, or null
 * @param reproduction a short script that fails as well, or null
 */
public record SceneResult(
    SceneSuite part,
    long steps,
    long nanos,
    int walksLeft,
    SortedMap<String, Long> covered,
    Failure failure,
    Failure reproduction) {

  /** What the scene comes to. */
  public Verdict verdict() {
    return failure == null ? Verdict.PASS : failure.verdict();
  }
}
