package bindcheck.api;

import bindcheck.call.Verdict;
import java.util.List;

/**
 * What came of one scene.
 *
 * @param name as in the specification
 * @param verdict SKIPPED where nothing of it could be tried
 * @param reason why it was skipped; else empty
 * @param steps how many calls were made
 * @param requirements those that it has exercised, sorted by id
 * @param rejections what was rejected, those of one cause together
 */
public record SceneOutcome(
    String name,
    Verdict verdict,
    String reason,
    long steps,
    List<Requirement> requirements,
    List<Rejection> rejections) {
  /** Keeps copies. */
  public SceneOutcome {
    requirements = List.copyOf(requirements);
    rejections = List.copyOf(rejections);
  }

  static SceneOutcome skipped(String name, String reason) {
    return new SceneOutcome(name, Verdict.SKIPPED, reason, 0, List.of(), List.of());
  }
}
