package bindcheck.hunt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.JavaTarget;
import bindcheck.target.Packet;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Support;
import bindcheck.target.Syscalls;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Load on the reference implementation passes; on one that is wrong now and then, it is found. */
@Timeout(180)
class HuntTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final int WRONG_IN = 20;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long FEW = 40;
  private static final long MANY = 2000;

  @AfterEach
  void noThreadStays() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("bindcheck-")) {
        thread.join(Duration.ofSeconds(10).toMillis());
        assertTrue(!thread.isAlive(), thread.getName());
      }
    }
  }

  private static Hunt.Result hunt(Target target, String variant, long rounds, Mix mix)
      throws InterruptedException {
    Hunt.Settings plan = new Hunt.Settings(4, LONGEST, rounds, 1, mix, 20);
    Budget budget = new Budget(500_000, LONGEST);
    return new Hunt(plan, target, new Semantics(MODULE, variant), Policies.ALL_OPEN, budget)
        .run(calls -> {});
  }

  @Test
  void theReferencePasses() throws InterruptedException {
    try (Target target = new JavaTarget("reference", ReferenceTarget::new)) {
      Hunt.Result result = hunt(target, "doc", FEW, Mix.usual());
      assertEquals(Verdict.PASS, result.verdict(), () -> result.toString());
      assertEquals(FEW, result.rounds());
      assertTrue(result.calls() > result.rounds(), () -> result.toString());
    }
  }

  @Test
  void aTargetOfAnyKindIsHunted() throws InterruptedException {
    try (Target target = new Plain(new JavaTarget("reference", ReferenceTarget::new))) {
      Hunt.Result result = hunt(target, "reference", FEW, Mix.usual());
      assertEquals(Verdict.PASS, result.verdict(), () -> result.toString());
      assertEquals(FEW, result.rounds());
    }
  }

  @Test
  void aCallThatTheTargetHasNotIsNotMade() throws InterruptedException {
    Set<Op> calls = EnumSet.complementOf(EnumSet.of(Op.INTERRUPT_WAIT, Op.PORT_QUEUE));
    try (Target target = new Lacking(calls)) {
      Mix mix = Mix.usual().of(target.support());
      assertEquals(
          "trigger=24,ack=18,poll=40,timed=3,bind=2,create=1,destroy=1,duplicate=1,replace=1,"
              + "close=3,misuse=2",
          mix.toString());
      Hunt.Result result = hunt(target, "doc", FEW, mix);
      assertEquals(Verdict.PASS, result.verdict(), () -> result.toString());
      assertEquals(FEW, result.rounds());
    }
  }

  @Test
  void aTargetWithoutWhatIsNeededSaysWhatItLacks() {
    Support ports = new Support(EnumSet.of(Op.PORT_CREATE, Op.PORT_QUEUE, Op.PORT_WAIT), false);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Mix.usual().of(ports));
    assertEquals(
        "expected a target with what sets up a round, but it has no interrupt_create,"
            + " interrupt_bind",
        refused.getMessage());
    Support noWait = new Support(EnumSet.complementOf(EnumSet.of(Op.INTERRUPT_WAIT)), false);
    refused = assertThrows(IllegalArgumentException.class, () -> Mix.parse("wait=1").of(noWait));
    assertEquals("expected a target with the calls for wait=1", refused.getMessage());
  }

  @Test
  void aKeyThatIsWrongNowAndThenIsFound() throws InterruptedException {
    try (Target target = new JavaTarget("wrong key", HuntTest::withWrongKeys)) {
      Hunt.Result result = hunt(target, "doc", MANY, Mix.usual());
      assertEquals(Verdict.FAIL, result.verdict(), () -> result.toString());
      assertTrue(result.rejections().get(0).observed().contains("port_wait"));
      assertTrue(result.failed().size() > 1);
    }
  }

  @Test
  void aTargetThatThrowsFails() throws InterruptedException {
    Mix mix = Mix.parse("ack=1");
    try (Target target = new JavaTarget("throws", HuntTest::withoutAck)) {
      Hunt.Result result = hunt(target, "doc", MANY, mix);
      assertEquals(Verdict.FAIL, result.verdict(), () -> result.toString());
      assertTrue(result.reason().contains("no ack"), result.reason());
    }
  }

  @Test
  void aMixThatIsNoneSaysWhatWasExpected() {
    for (String text : new String[] {"", "fork=1", "ack", "ack=0", "ack=1,,ack=2", "ack=-1"}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> Mix.parse(text));
      assertTrue(refused.getMessage().startsWith("expected weights such as"), refused.getMessage());
    }
    assertEquals("trigger=3,ack=2", Mix.parse("ack=2,trigger=3").toString());
  }

  private static Syscalls withWrongKeys() {
    AtomicInteger reads = new AtomicInteger();
    return changed(
        (name, args) -> {
          if (name.equals("portWait") && reads.incrementAndGet() % WRONG_IN == 0) {
            ((Packet) args[2]).key++;
          }
        });
  }

  private static Syscalls withoutAck() {
    return changed(
        (name, args) -> {
          if (name.equals("interruptAck")) {
            throw new IllegalStateException("no ack");
          }
        });
  }

  private interface Change {
    void after(String call, Object[] args);
  }

  private static Syscalls changed(Change change) {
    ReferenceTarget reference = new ReferenceTarget();
    return (Syscalls)
        Proxy.newProxyInstance(
            Syscalls.class.getClassLoader(),
            new Class<?>[] {Syscalls.class},
            (proxy, method, args) -> {
              try {
                Object status = method.invoke(reference, args);
                change.after(method.getName(), args);
                return status;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** Hides that a target is one in Java. */
  private static final class Plain extends ForwardingTarget {
    Plain(Target target) {
      super(target);
    }
  }

  /** The reference implementation as a target with some of the calls. */
  private static final class Lacking extends ForwardingTarget {
    private final Set<Op> calls;

    Lacking(Set<Op> calls) {
      super(new JavaTarget("lacking", ReferenceTarget::new));
      this.calls = calls;
    }

    @Override
    public Support support() {
      return new Support(calls, true);
    }

    @Override
    public void start(String thread, Call call) {
      if (!calls.contains(call.op())) {
        throw new TargetException(TargetException.Reason.NONSENSE, "has no " + call.op());
      }
      super.start(thread, call);
    }
  }
}
