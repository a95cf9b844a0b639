package bindcheck.api;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.explain.Explained;
import bindcheck.explain.Explainer;
import bindcheck.explain.Grader;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.suite.Course;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.variants.Covered;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Replays the scenes of a suite, one when it is asked for it. */
final class SceneRun {
  /** More failures than anybody reads. */
  private static final int MOST_FAILURES = 1_000;

  private final Specification specification;
  private final Glossary glossary;
  private final Target target;
  private final Check check;
  private final Semantics judge;
  private final Explainer explainer;
  private final List<String> scenes;
  private final Covered covered;
  private boolean isLost;

  SceneRun(Specification specification, Implementation implementation, Check check) {
    this.specification = specification;
    this.glossary = specification.glossary();
    this.target = implementation.target();
    this.check = check;
    this.judge = specification.variant(check.judge());
    this.explainer = specification.explainer(check.judge());
    if (!Scene.suites(specification.module()).contains(check.suite())) {
      throw new IllegalArgumentException(
          "expected a suite out of "
              + String.join(", ", Scene.suites(specification.module()))
              + ", found '"
              + check.suite()
              + "'");
    }
    this.scenes = Scene.ofSuite(specification.module(), check.suite());
    this.covered = Covered.of(specification.module(), target, told -> {}, choice -> {});
  }

  List<String> scenes() {
    return scenes;
  }

  SceneOutcome of(String name) {
    return isLost
        ? SceneOutcome.skipped(name, "the target can no longer be asked")
        : Specification.use(same -> replayed(name));
  }

  private SceneOutcome replayed(String name) {
    Scene scene = SceneCheck.scene(specification.module(), name, target.support());
    SceneSuite part = SceneSuite.build(scene, covered.semantics());
    if (part.graph().edges().isEmpty()) {
      String missing = String.join(", ", target.support().missing());
      return SceneOutcome.skipped(name, "the target has no " + missing);
    }
    Grader grader = new Grader(glossary, new TreeMap<>());
    SceneCheck replay = new SceneCheck(part, judge);
    replay.make(Course.named(check.suite(), part, 0));
    replay.goOn(check.goesOn() ? MOST_FAILURES : 1);
    replay.groupBy(shown -> explainer.alike(shown, replay.vocabulary()));
    replay.show(grader.in(scene, replay.vocabulary()));
    SceneResult result = replay.run(target, 0, step -> {});
    isLost = result.verdict() == Verdict.INCONCLUSIVE;
    return outcome(
        name, result, grader, explainer.explain(part, replay.vocabulary(), result.rejections()));
  }

  private SceneOutcome outcome(
      String name, SceneResult result, Grader grader, List<Explained> failures) {
    SortedMap<String, Requirement> requirements = new TreeMap<>();
    for (Requirement none : specification.requirements()) {
      long steps = grader.requirements().get(none.id()).all();
      requirements.put(none.id(), none.with(steps, List.of()));
    }
    List<Rejection> rejections = new ArrayList<>();
    for (Explained failure : failures) {
      Rejection rejection = Rejection.of(failure, glossary);
      rejections.add(rejection);
      if (failure.verdict() == Verdict.FAIL && !failure.isConsequence()) {
        rejection
            .broken()
            .keySet()
            .forEach(
                id -> requirements.computeIfPresent(id, (i, r) -> r.with(0, List.of(rejection))));
      }
    }
    List<Requirement> exercised =
        requirements.values().stream().filter(Requirement::isExercised).toList();
    return new SceneOutcome(name, result.verdict(), "", result.steps(), exercised, rejections);
  }
}
