package bindcheck.target.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.target.Altered;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetException.Reason;
import bindcheck.target.TargetSpecException;
import bindcheck.target.Targets;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a class does to its Java machine, it is a failure of the target, and no more. */
@Timeout(120)
class HostedTargetTest {
  private static final Call CREATE = Call.of(Op.PORT_CREATE, 0);
  private static final Call ACK = Call.of(Op.INTERRUPT_ACK, 0);

  /** Does nothing out of the way. */
  public static final class Plain extends Altered {}

  /** Exits in a call. */
  public static final class Exits extends Altered {
    @Override
    public int interruptAck(int inth) {
      System.exit(0);
      return 0;
    }
  }

  /** Halts in a call. */
  public static final class Halts extends Altered {
    @Override
    public int interruptAck(int inth) {
      Runtime.getRuntime().halt(0);
      return 0;
    }
  }

  /** Exits in its constructor. */
  public static final class ExitsWhenMade extends Altered {
    /** Does not return. */
    public ExitsWhenMade() {
      System.exit(0);
    }
  }

  /** Exits when it is loaded. */
  public static final class ExitsWhenLoaded extends Altered {
    static {
      System.exit(0);
    }
  }

  /** Cannot be loaded. */
  public static final class ThrowsWhenLoaded extends Altered {
    private static final int NONE = Integer.parseInt("none");

    @Override
    public int interruptAck(int inth) {
      return NONE;
    }
  }

  /** Holds all the memory that there is. */
  public static final class Hoards extends Altered {
    private static final int MUCH = 1 << 20;
    private static final List<long[]> HELD = new ArrayList<>();

    @Override
    public int interruptAck(int inth) {
      while (true) {
        HELD.add(new long[MUCH]);
      }
    }
  }

  /** Leaves threads behind, and hooks that do not return. */
  public static final class LeavesThreads extends Altered {
    /** Leaves one of each. */
    public LeavesThreads() {
      new Thread(LeavesThreads::sleep).start();
      Runtime.getRuntime().addShutdownHook(new Thread(LeavesThreads::sleep));
    }

    private static void sleep() {
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** Reads and writes the standard streams. */
  public static final class Prints extends Altered {
    @Override
    public int interruptAck(int inth) {
      System.out.println("verdict PASS");
      try {
        assertEquals(-1, System.in.read());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return super.interruptAck(inth);
    }
  }

  /** Writes where we are answered. */
  public static final class WritesAnswers extends Altered {
    @Override
    public int interruptAck(int inth) {
      try (FileOutputStream answers = new FileOutputStream(FileDescriptor.out)) {
        answers.write(new byte[] {0, 0, 0, 2, '{', '}'});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return 0;
    }
  }

  private static Target open(Class<?> type) {
    return Targets.open("java:" + type.getName());
  }

  private static Reply reply(Target target, Call call) {
    target.start("T1", call);
    return target.quiesce().get("T1");
  }

  @Test
  void ofAClassThatDoesNothingOfTheKindNothingShows() {
    try (Target target = open(Plain.class)) {
      target.reset();
      assertTrue(reply(target, CREATE).isOk());
      target.start("T1", Call.of(Op.PORT_WAIT, 1, Long.MAX_VALUE));
      assertEquals(Set.of(), target.quiesce().keySet());
      assertEquals(Set.of("T1"), target.blocked());
      target.start("T2", Call.of(Op.PORT_QUEUE, 1, 2, 3));
      assertEquals(Set.of("T1", "T2"), target.quiesce().keySet());
      assertTrue(target.isExact());
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Exits.class, Halts.class})
  void theEndOfItsMachineIsACrashThatNamesTheCall(Class<?> type) {
    try (Target target = open(type)) {
      target.reset();
      target.start("T1", ACK);
      TargetException end = assertThrows(TargetException.class, target::quiesce);
      assertEquals(Reason.CRASHED, end.reason());
      assertTrue(end.getMessage().contains("T1: " + ACK), end.getMessage());
      target.abandon();
      target.reset();
      assertTrue(reply(target, CREATE).isOk(), "a fresh machine");
    }
  }

  @Test
  void soIsOneThatEndsWhenAKernelIsMade() {
    try (Target target = open(ExitsWhenMade.class)) {
      TargetException end = assertThrows(TargetException.class, target::reset);
      assertEquals(Reason.CRASHED, end.reason());
    }
  }

  @Test
  void soIsOneThatEndsWhenTheClassIsLoaded() {
    TargetException end =
        assertThrows(TargetException.class, () -> open(ExitsWhenLoaded.class).close());
    assertEquals(Reason.CRASHED, end.reason());
  }

  @Test
  void aClassThatCannotBeLoadedIsNoTarget() {
    TargetSpecException wrong =
        assertThrows(TargetSpecException.class, () -> open(ThrowsWhenLoaded.class).close());
    assertTrue(wrong.getMessage().contains("that loads"), wrong.getMessage());
  }

  @Test
  void allItsMemoryIsNotOurs() {
    try (Target target = open(Hoards.class)) {
      target.reset();
      target.start("T1", ACK);
      TargetException failure = assertThrows(TargetException.class, target::quiesce);
      assertTrue(
          Set.of(Reason.THREW, Reason.CRASHED, Reason.TIME_OUT).contains(failure.reason()),
          failure::getMessage);
    }
  }

  @Test
  void whatItLeavesBehindEndsWithItsMachine() {
    Target target = open(LeavesThreads.class);
    target.reset();
    assertTrue(reply(target, CREATE).isOk());
    target.close();
    boolean running =
        ProcessHandle.current()
            .descendants()
            .flatMap(each -> each.info().commandLine().stream())
            .anyMatch(line -> line.contains(Host.class.getName()));
    assertFalse(running);
  }

  @Test
  void whatItPrintsIsNoAnswer() {
    try (Target target = open(Prints.class)) {
      target.reset();
      assertEquals("BAD_HANDLE", reply(target, ACK).toString());
    }
  }

  @Test
  void whatItWritesAmongTheAnswersIsNonsense() {
    try (Target target = open(WritesAnswers.class)) {
      target.reset();
      target.start("T1", ACK);
      TargetException failure = assertThrows(TargetException.class, target::quiesce);
      assertEquals(Reason.NONSENSE, failure.reason());
    }
  }

  @Test
  void theReferenceNeedsNoMachineOfItsOwn() {
    try (Target target =
        new JavaKind()
            .open(Targets.DEFAULT, "", List.of(), Duration.ofSeconds(1), Duration.ofMillis(1))) {
      assertFalse(target instanceof HostedTarget);
    }
  }
}
