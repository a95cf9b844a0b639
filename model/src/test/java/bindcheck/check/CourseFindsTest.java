package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Effort;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Altered;
import bindcheck.target.InProcess;
import bindcheck.target.Packet;
import bindcheck.target.Target;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What covering the graph does not show, and the small suite does. */
@Timeout(200)
class CourseFindsTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  /** An interrupt goes deaf after 32 triggers. */
  public static final class GoesDeaf extends Altered {
    private static final int MOST = 32;

    private int triggers;

    @Override
    public int interruptTrigger(int inth, int options, long timestamp) {
      return triggers++ < MOST ? super.interruptTrigger(inth, options, timestamp) : 0;
    }
  }

  /** A port loses the hundredth packet that is queued. */
  public static final class LosesTheHundredth extends Altered {
    private int queued;

    @Override
    public int portQueue(int porth, Packet in) {
      return ++queued == 100 ? 0 : super.portQueue(porth, in);
    }
  }

  /** A bind that is refused makes the interrupt deaf, which nothing shows before it is bound. */
  public static final class RefusedBindLeavesAMark extends Altered {
    private final Set<Integer> marked = new HashSet<>();

    @Override
    public int interruptBind(int inth, int porth, long key, int options) {
      int status = super.interruptBind(inth, porth, key, options);
      if (options != 0) {
        marked.add(inth);
      }
      return status;
    }

    @Override
    public int interruptAck(int inth) {
      return marked.contains(inth) ? 0 : super.interruptAck(inth);
    }
  }

  private static Verdict verdict(Class<? extends Altered> type, String scene, Effort effort) {
    SceneSuite part =
        SceneSuite.build(new Scene(MODULE, scene), new Semantics(MODULE, "reference"));
    SceneCheck check = new SceneCheck(part, new Semantics(MODULE, "doc"));
    if (effort != null) {
      check.make(Course.of(part, effort));
    }
    try (Target target = InProcess.open(type)) {
      return check.run(target, 0, steps -> {}).verdict();
    }
  }

  @Test
  void whatARefusedCallLeavesBehind() {
    assertEquals(Verdict.FAIL, verdict(RefusedBindLeavesAMark.class, "refused", Effort.SMALL));
  }

  @Test
  void whatGoesWrongOnlyAfterManyTriggers() {
    assertEquals(Verdict.PASS, verdict(GoesDeaf.class, "deadlines", null));
    assertEquals(Verdict.FAIL, verdict(GoesDeaf.class, "deadlines", Effort.SMALL));
  }

  @Test
  void whatGoesWrongOnlyAfterManyPackets() {
    assertEquals(Verdict.FAIL, verdict(LosesTheHundredth.class, "deadlines", Effort.SMALL));
  }
}
