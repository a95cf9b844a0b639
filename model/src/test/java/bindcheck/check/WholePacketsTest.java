package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Altered;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.JavaTarget;
import bindcheck.target.Packet;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Support;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kernel passes on without looking at it is looked at here. */
@Timeout(300)
class WholePacketsTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  /** A port, a packet that is queued, and a call that reads it. */
  private static final int MOST_LINES = 3;

  private static final SceneSuite PART =
      SceneSuite.build(new Scene(MODULE, "interrupt"), new Semantics(MODULE, "reference"));

  /** What may become of a user packet on its way. */
  enum Fault {
    FOURTH_WORD_IS_LOST((given, taken) -> taken.user[3] = 0),
    WORDS_CHANGE_PLACES(
        (given, taken) -> {
          taken.user[1] = given.user[2];
          taken.user[2] = given.user[1];
        }),
    STATUS_IS_OK((given, taken) -> taken.status = 0),
    STATUS_HAS_NO_SIGN((given, taken) -> taken.status &= Integer.MAX_VALUE),
    WORDS_HAVE_32_BITS((given, taken) -> taken.user[1] &= 0xffff_ffffL);

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final BiConsumer<Packet, Packet> fault;

    Fault(BiConsumer<Packet, Packet> fault) {
      this.fault = fault;
    }

    private Altered kernel() {
      return new Altered() {
        @Override
        public int portQueue(int porth, Packet in) {
          if (in == null) {
            return super.portQueue(porth, null);
          }
          Packet taken = new Packet();
          taken.key = in.key;
          taken.type = in.type;
          taken.status = in.status;
          System.arraycopy(in.user, 0, taken.user, 0, in.user.length);
          fault.accept(in, taken);
          return super.portQueue(porth, taken);
        }
      };
    }
  }

  /** The type that the caller chose comes out again. */
  private static final class KeepsTheType extends Altered {
    private int chosen;

    @Override
    public int portQueue(int porth, Packet in) {
      chosen = in == null ? chosen : in.type;
      return super.portQueue(porth, in);
    }

    @Override
    public int portWait(int porth, long deadline, Packet out) {
      int status = super.portWait(porth, deadline, out);
      if (status == 0 && out.type == 0) {
        out.type = chosen;
      }
      return status;
    }
  }

  private static SceneResult check(Target target) {
    return new SceneCheck(PART, new Semantics(MODULE, "doc")).run(target, 0, steps -> {});
  }

  private static void assertFound(Target target) {
    SceneResult result = check(target);
    assertEquals(Verdict.FAIL, result.verdict());
    Failure shortest = result.rejections().get(0).reproduction();
    assertEquals(MOST_LINES, shortest.lines().size(), shortest::toString);
    assertTrue(shortest.observed().contains("packet("), shortest::observed);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatIsNotPassedOnIsFound(Fault fault) {
    try (Target target = new JavaTarget(fault.toString(), fault::kernel)) {
      assertFound(target);
    }
  }

  @Test
  void aTypeThatACallerChoseIsFound() {
    try (Target target = new JavaTarget("keeps the type", KeepsTheType::new)) {
      assertFound(target);
    }
  }

  /** Notes which calls were made, and takes no whole packets. */
  private static final class WithoutWholePackets extends ForwardingTarget {
    private final List<Call> made = new ArrayList<>();

    WithoutWholePackets() {
      super(new JavaTarget("reference", ReferenceTarget::new));
    }

    @Override
    public Support support() {
      return new Support(Support.ALL.calls(), true, false);
    }

    @Override
    public void start(String thread, Call call) {
      made.add(call);
      super.start(thread, call);
    }
  }

  @Test
  void whoTakesNoWholePacketsGetsNone() {
    try (WithoutWholePackets target = new WithoutWholePackets()) {
      assertEquals(Verdict.PASS, check(target).verdict());
      assertTrue(target.made.stream().anyMatch(call -> call.op() == Op.PORT_QUEUE));
      assertTrue(target.made.stream().noneMatch(Call::hasWholePacket));
    }
  }
}
