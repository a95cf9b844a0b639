package bindcheck.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Status;
import bindcheck.check.SceneCheck;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Effort;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Altered;
import bindcheck.target.InProcess;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Syscalls;
import bindcheck.target.Target;
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

  /** An ack of an interrupt that nobody has triggered is refused with what no document says. */
  public static final class OddAck extends Altered {
    @Override
    public int interruptAck(int inth) {
      int status = super.interruptAck(inth);
      return status == 0 ? status : Status.INTERNAL.code();
    }
  }

  private static Grader grader(Course course, Class<? extends Syscalls> type, int mostFailures) {
    Grader grader = new Grader(new Glossary(MODULE), new TreeMap<>());
    SceneCheck check = new SceneCheck(PART, new Semantics(MODULE, "doc"));
    check.make(course);
    check.goOn(mostFailures);
    check.show(grader.in(PART.graph().scene(), check.vocabulary()));
    try (Target target = InProcess.open(type)) {
      check.run(target, 0, steps -> {});
    }
    return grader;
  }

  private static Grade grade(Course course) {
    return grader(course, ReferenceTarget.class, 1).requirements().get(CHANGES_NOTHING).grade();
  }

  @Test
  void whatIsAllowedBehindAFailureIsNoPass() {
    Grader grader = grader(Course.of(PART, Effort.SMALL), OddAck.class, 100);
    assertTrue(grader.sum().of(Grade.FAIL) > 1, "there are failures");
    assertTrue(grader.sum().of(Grade.AFTER_A_FAILURE) > 0);
    assertTrue(
        grader.requirements().values().stream()
            .anyMatch(tally -> tally.grade() == Grade.AFTER_A_FAILURE));
  }

  @Test
  void withoutAFailureNothingIsBehindOne() {
    Grader grader = grader(Course.of(PART, Effort.SMALL), ReferenceTarget.class, 100);
    assertEquals(0, grader.sum().of(Grade.AFTER_A_FAILURE));
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
