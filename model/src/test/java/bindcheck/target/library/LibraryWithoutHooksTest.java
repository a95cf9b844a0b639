package bindcheck.target.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.Targets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A library that cannot begin anew is started anew where a thread of it must be given up. */
@Timeout(300)
class LibraryWithoutHooksTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  /** Else a reader of an earlier script takes the packet, and that is what would be shown. */
  @Test
  void whatWasGivenUpHasNoPartInWhatComesAfter() {
    try (Target target = Targets.open("library:" + CCompiler.ports())) {
      Scene scene = SceneCheck.scene(MODULE, "interrupt", target.support());
      SceneSuite part = SceneSuite.build(scene, new Semantics(MODULE, "reference"));
      SceneResult result =
          new SceneCheck(part, new Semantics(MODULE, "doc")).run(target, 0, steps -> {});
      assertEquals(Verdict.FAIL, result.verdict());
      String observed = result.rejections().get(0).shown().observed();
      assertTrue(observed.contains("packet(USER") && observed.contains(", 0])"), observed);
    }
  }

  /** Such a thread would take what is meant for the next kernel. */
  @Test
  void aResetMustMakeCallsReturn() {
    try (Target target = Targets.open("library:" + CCompiler.portsWithReset())) {
      target.reset();
      target.start("main", Call.of(Op.PORT_CREATE, 0));
      int port = ((Reply.Handle) target.observe().replies().get("main").output()).raw();
      target.start("T1", Call.of(Op.PORT_WAIT, port, Long.MAX_VALUE));
      assertEquals(Set.of("T1"), target.observe().blocked());
      target.abandon();
      TargetException refused = assertThrows(TargetException.class, target::reset);
      String message = refused.getMessage();
      assertTrue(message.contains("the reset left the call of T1 in progress"), message);
      target.reset();
    }
  }
}
