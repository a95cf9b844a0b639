package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Altered;
import bindcheck.target.InProcess;
import bindcheck.target.Packet;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocked readers are released at the end of a walk; no target keeps that from ending. */
@Timeout(200)
class DrainTest {
  /** Every packet that is queued is there for ever more. */
  public static final class GivesForEver extends Altered {
    private static final int MANY = 100;

    @Override
    public int portQueue(int porth, Packet in) {
      int status = super.portQueue(porth, in);
      for (int i = 0; i < MANY && status == 0; i++) {
        super.portQueue(porth, in);
      }
      return status;
    }
  }

  /** What is queued is dropped, so that no reader is released. */
  public static final class GivesNothing extends Altered {
    @Override
    public int portQueue(int porth, Packet in) {
      return 0;
    }
  }

  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  private static SceneCheck check(String scene) {
    SceneSuite part =
        SceneSuite.build(new Scene(MODULE, scene), new Semantics(MODULE, "reference"));
    return new SceneCheck(part, new Semantics(MODULE, "doc"));
  }

  @ParameterizedTest
  @ValueSource(classes = {GivesForEver.class, GivesNothing.class})
  void endsThoughTheCheckGoesOnAfterEachFailure(Class<? extends Altered> type) {
    SceneCheck check = check("deadlines");
    check.goOn(Integer.MAX_VALUE);
    try (Target target = InProcess.open(type)) {
      assertEquals(Verdict.FAIL, check.run(target, 0, steps -> {}).verdict());
    }
  }

  /**
   * Its name has been given to a newer handle, and it keeps the interrupt that a thread waits on.
   */
  @Test
  void endsThoughAHandleThatNoNameMeansIsLive() {
    try (Target target = Targets.open("spec:reference,C-failed-replace=keeps")) {
      assertEquals(Verdict.PASS, check("inthandles").run(target, 0, steps -> {}).verdict());
    }
  }
}
