package bindcheck.zoo;

import bindcheck.call.Verdict;
import bindcheck.check.Failure;
import bindcheck.check.FailureGroup;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.variants.Covered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code check} comes to; the suites, which take longest to build, are built once. */
public final class CheckAttempts implements Command {
  private static final String USUAL = "small";

  private final SpecModule module;
  private final Semantics judge;
  private final String suite;
  private final Map<List<Object>, Built> built = new HashMap<>();

  private record Built(SceneSuite part, Course course) {}

  /**
   * Prepares to check.
   *
   * @param suite {@code quick}, {@code small}, {@code full}
   */
  public CheckAttempts(SpecModule module, Semantics judge, String suite) {
    this.module = module;
    this.judge = judge;
    this.suite = suite;
  }

  @Override
  public String name() {
    return suite.equals(USUAL) ? "check" : "check --suite " + suite;
  }

  @Override
  public Attempt on(Specimen specimen) {
    Target target = specimen.open();
    return Closing.after(on(target), target::close);
  }

  private Attempt on(Target target) {
    Semantics covered = Covered.of(module, target, found -> {}, choice -> {}).semantics();
    long calls = 0;
    Verdict verdict = Verdict.PASS;
    for (String scene : Scene.ofSuite(module, suite)) {
      SceneResult result = check(scene, covered, target);
      calls += result.steps();
      if (result.verdict() == Verdict.FAIL) {
        return new Attempt(name(), Verdict.FAIL, calls, shortest(result.rejections()));
      }
      verdict = verdict == Verdict.PASS ? result.verdict() : verdict;
    }
    return new Attempt(name(), verdict, calls, 0);
  }

  private SceneResult check(String scene, Semantics covered, Target target) {
    Built walks =
        built.computeIfAbsent(
            List.of(scene, covered.variant().alternatives()), key -> build(scene, covered));
    SceneCheck check = new SceneCheck(walks.part(), judge);
    check.make(walks.course());
    return check.run(target, 0, steps -> {});
  }

  private Built build(String scene, Semantics covered) {
    SceneSuite part = SceneSuite.build(new Scene(module, scene), covered);
    return new Built(part, Course.named(suite, part, 0));
  }

  private static int shortest(List<FailureGroup> rejections) {
    return rejections.stream()
        .map(FailureGroup::shown)
        .map(Failure::lines)
        .mapToInt(List::size)
        .min()
        .orElse(0);
  }
}
