package bindcheck.litmus.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Program;
import bindcheck.litmus.Programs;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Support;
import bindcheck.target.TargetException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a target has not, or does not survive, costs the programs that need it and no others. */
@Timeout(60)
class StressEngineTest {
  private static final Program PROGRAM =
      Programs.program("T1 || T2\nport_wait(p, INFINITE) || interrupt_ack(i)");

  /** The reference implementation as a target that has not a certain call. */
  private static final class Without extends ForwardingTarget {
    private final Op missing;
    private final boolean saysSo;

    Without(Op missing, boolean saysSo) {
      super(new JavaTarget("without " + missing, ReferenceTarget::new));
      this.missing = missing;
      this.saysSo = saysSo;
    }

    @Override
    public Support support() {
      Set<Op> calls = saysSo ? EnumSet.complementOf(EnumSet.of(missing)) : Support.ALL.calls();
      return new Support(calls, true);
    }

    @Override
    public void start(String thread, Call call) {
      if (call.op() == missing) {
        throw new TargetException(TargetException.Reason.CRASHED, "ended");
      }
      super.start(thread, call);
    }
  }

  @Test
  void aProgramWithACallThatTheTargetHasNotIsSkipped() {
    try (Engine engine = new StressEngine(new Without(Op.INTERRUPT_ACK, true), 5)) {
      Findings found = engine.run(PROGRAM);
      assertEquals(Verdict.SKIPPED, found.verdict(), found.reason());
      assertEquals("the target has no interrupt_ack", found.reason());
    }
  }

  @Test
  void aProgramWhoseReadersNothingReleasesIsStillRun() {
    try (Engine engine = new StressEngine(new Without(Op.PORT_QUEUE, true), 5)) {
      Findings found = engine.run(PROGRAM);
      assertEquals(Verdict.PASS, found.verdict(), found.reason());
      assertNotEquals(0, found.outcomes().size());
    }
  }

  @Test
  void afterACrashWithCallsInProgressTheNextProgramIsRun() {
    try (Engine engine = new StressEngine(new Without(Op.INTERRUPT_ACK, false), 1)) {
      for (int n = 0; n < 20; n++) { // either thread begins, at random
        assertEquals("ended", engine.run(PROGRAM).reason());
      }
    }
  }
}
