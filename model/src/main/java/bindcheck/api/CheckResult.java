package bindcheck.api;

import bindcheck.call.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check came to.
 *
 * @param scenes in the order of the suite
 * @param requirements all that there are, sorted by id
 */
public record CheckResult(List<SceneOutcome> scenes, List<Requirement> requirements) {
  /** Keeps copies. */
  public CheckResult {
    scenes = List.copyOf(scenes);
    requirements = List.copyOf(requirements);
  }

  static CheckResult of(Specification specification, List<SceneOutcome> scenes) {
    List<Requirement> all = new ArrayList<>();
    for (Requirement none : specification.requirements()) {
      Requirement sum = none;
      for (SceneOutcome scene : scenes) {
        for (Requirement one : scene.requirements()) {
          sum = one.id().equals(sum.id()) ? sum.with(one.steps(), one.rejections()) : sum;
        }
      }
      all.add(sum);
    }
    return new CheckResult(scenes, all);
  }

  /** PASS where every scene passed that could be tried; one that failed suffices for FAIL. */
  public Verdict verdict() {
    return Verdict.of(scenes.stream().map(SceneOutcome::verdict).toList());
  }

  /** What was rejected in any scene. */
  public List<Rejection> rejections() {
    return scenes.stream().flatMap(scene -> scene.rejections().stream()).toList();
  }
}
