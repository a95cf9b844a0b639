package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Verdict;
import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.InProcess;
import bindcheck.target.ReferenceTarget;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A failure that rests on a settle time is looked for again with a longer one. */
@Timeout(120)
class SettleTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  /** Takes an ack to be blocked that has not returned by the settle time. */
  private static final class Hasty extends ForwardingTarget {
    private final int needed;
    private int times = 1;
    private String acking;
    private Set<String> late = Set.of();

    /** With acks that need so many times the settle time. */
    Hasty(int needed) {
      super(InProcess.open(ReferenceTarget.class));
      this.needed = needed;
    }

    @Override
    public void settleLonger(int manyTimes) {
      times = manyTimes;
    }

    @Override
    public void start(String thread, Call call) {
      acking = call.op() == Op.INTERRUPT_ACK ? thread : null;
      super.start(thread, call);
    }

    @Override
    public SortedMap<String, Reply> quiesce() {
      SortedMap<String, Reply> replies = super.quiesce();
      late = acking != null && times < needed ? Set.of(acking) : Set.of();
      replies.keySet().removeAll(late);
      return replies;
    }

    @Override
    public Set<String> blocked() {
      Set<String> blocked = new TreeSet<>(super.blocked());
      blocked.addAll(late);
      return blocked;
    }

    @Override
    public boolean isExact() {
      return false;
    }
  }

  private static ScriptCheck.Result script(int needed) {
    Script script =
        Script.parse(
            "f",
            """
            p = port_create(BIND_TO_INTERRUPT)
            i = interrupt_create(INVALID, 0, VIRTUAL)
            interrupt_bind(i, p, 1, 0)
            interrupt_ack(i)
            """);
    try (Hasty target = new Hasty(needed)) {
      return new ScriptCheck(target, new Semantics(MODULE, "doc")).run(script);
    }
  }

  @Test
  void aScriptThatNeedsMoreTimeIsNotSaidToFail() {
    assertEquals(Timing.NOT_SEEN_AGAIN, script(5).timing());
    assertEquals(Verdict.INCONCLUSIVE, script(5).verdict());
  }

  @Test
  void aScriptThatFailsWithAllTheTimeFails() {
    assertEquals(Timing.SEEN_AGAIN, script(50).timing());
    assertEquals(Verdict.FAIL, script(50).verdict());
  }

  private static FailureGroup failure(int needed) {
    SceneSuite part =
        SceneSuite.build(new Scene(MODULE, "deadlines"), new Semantics(MODULE, "reference"));
    try (Hasty target = new Hasty(needed)) {
      return new SceneCheck(part, new Semantics(MODULE, "doc"))
          .run(target, 0, steps -> {})
          .rejections()
          .get(0);
    }
  }

  @Test
  void whatIsOnlySlowIsNoFault() {
    FailureGroup slow = failure(2);
    assertEquals(Timing.NOT_SEEN_AGAIN, slow.timing());
    assertEquals(Verdict.INCONCLUSIVE, slow.verdict());
  }

  @Test
  void whatDoesNotReturnInFarMoreTimeIsAFault() {
    FailureGroup blocked = failure(Integer.MAX_VALUE);
    assertEquals(Timing.SEEN_AGAIN, blocked.timing());
    assertEquals(Verdict.FAIL, blocked.verdict());
  }
}
