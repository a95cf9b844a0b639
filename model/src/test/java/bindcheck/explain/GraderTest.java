package bindcheck.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.check.SceneCheck;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Effort;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a step counts for a requirement. */
@Timeout(120)
class GraderTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final String CHANGES_NOTHING = "R-failure-changes-nothing";
  private static final SceneSuite PART =
      SceneSuite.build(new Scene(MODULE, "deadlines"), new Semantics(MODULE, "reference"));

  private static Grade grade(Course course) {
    Grader grader = new Grader(new Glossary(MODULE), new TreeMap<>());
    SceneCheck check = new SceneCheck(PART, new Semantics(MODULE, "doc"));
    check.make(course);
    check.show(grader.in(PART.graph().scene(), check.vocabulary()));
    try (Target target = Targets.open(Targets.DEFAULT)) {
      check.run(target, 0, steps -> {});
    }
    return grader.requirements().get(CHANGES_NOTHING).grade();
  }

  @Test
  void thatAFailureChangesNothingCountsWhereTheStateBehindIsIdentified() {
    assertEquals(Grade.PASS, grade(Course.of(PART, Effort.SMALL)));
  }

  @Test
  void itDoesNotCountWhereNobodyLookedIntoThat() {
    assertEquals(Grade.NOT_EXERCISED, grade(Course.cover(PART)));
  }
}
