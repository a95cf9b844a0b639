package bindcheck.target.library;

import static bindcheck.target.TargetException.Reason.CRASHED;
import static bindcheck.target.TargetException.Reason.THREW;
import static bindcheck.target.TargetException.Reason.TIME_OUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetSpecException;
import bindcheck.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a library does, it ends in a reason that names the call, and leaves nothing behind. */
@Timeout(120)
class MisbehavingLibraryTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final int TRIES = 10;
  private static final Duration SETTLE = Duration.ofMillis(10);
  private static final Call ACK = Call.of(Op.INTERRUPT_ACK, 1);

  @AfterEach
  void noProcessStays() {
    assertFalse(
        ProcessHandle.current()
            .descendants()
            .anyMatch(process -> process.info().commandLine().orElse("").contains("LibraryHost")));
  }

  private static Target open(Path library, Duration timeOut) {
    return Targets.open("library:" + library, List.of(), timeOut, SETTLE);
  }

  /** Opens it as often as it takes: a busy machine may need more than a short time-out for that. */
  private static Target openAtLast(Path library, Duration timeOut) {
    for (int tries = 1; ; tries++) {
      try {
        return open(library, timeOut);
      } catch (TargetException failed) {
        if (failed.reason() != TIME_OUT || tries == TRIES) {
          throw failed;
        }
      }
    }
  }

  private static TargetException failure(String misbehaviour, Duration timeOut, Call call) {
    Target target = openAtLast(CCompiler.misbehaving(misbehaviour), timeOut);
    try {
      target.reset();
      target.start("main", Call.of(Op.PORT_QUEUE, 1, 2, 3));
      target.quiesce();
      target.start("main", call);
      return assertThrows(TargetException.class, target::quiesce);
    } finally {
      target.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEGMENTATION_FAULT", "ABORTS", "EXITS", "RECURSES", "FREES_TWICE"})
  void aLibraryThatEndsItsProcessIsSaidToHaveCrashed(String misbehaviour) {
    TargetException failure = failure(misbehaviour, LONG, ACK);
    assertEquals(CRASHED, failure.reason(), failure::getMessage);
    assertTrue(failure.getMessage().contains("exited with code"), failure::getMessage);
  }

  @ParameterizedTest
  @CsvSource({"SPINS, true", "ENDS_THE_THREAD, false"})
  void aCallThatNeverReturnsIsNotSaidToBlock(String misbehaviour, boolean isRunning) {
    TargetException failure = failure(misbehaviour, SHORT, ACK);
    // A busy machine may come to the call so late that it has hardly run.
    for (int tries = 1; isRunning && !isSaidToRun(failure) && tries < TRIES; tries++) {
      failure = failure(misbehaviour, SHORT, ACK);
    }
    assertEquals(TIME_OUT, failure.reason(), failure::getMessage);
    assertTrue(failure.getMessage().contains("interrupt_ack(0x1)"), failure::getMessage);
    assertEquals(isRunning, isSaidToRun(failure), failure::getMessage);
  }

  private static boolean isSaidToRun(TargetException failure) {
    return failure.getMessage().startsWith("did not settle: main runs without answering; ");
  }

  @ParameterizedTest
  @CsvSource({
    "WRITES_PAST_THE_PACKET, PORT_WAIT, byte 1 past the end of the 48",
    "WRITES_BEFORE_THE_PACKET, PORT_WAIT, byte 1 before the 48",
    "WRITES_ON_FAILURE, INTERRUPT_WAIT, byte 0",
  })
  void whatACallWritesIsChecked(String misbehaviour, Op op, String where) {
    Call call = op == Op.PORT_WAIT ? Call.of(op, 1, 0) : Call.of(op, 1);
    TargetException failure = failure(misbehaviour, LONG, call);
    assertEquals(THREW, failure.reason(), failure::getMessage);
    assertTrue(failure.getMessage().contains("zx_" + op.scriptName()), failure::getMessage);
    assertTrue(failure.getMessage().contains(where), failure::getMessage);
  }

  @Test
  void allOfAPacketIsSeen() {
    PortPacket queued = new PortPacket(0, 1, -20, new Payload(2, 3, 4, 5));
    try (Target target = openAtLast(CCompiler.misbehaving("LOSES_HALF_OF_THE_PAYLOAD"), LONG)) {
      target.reset();
      target.start("main", Call.of(Op.PORT_QUEUE, 1, 0, 0).withPacket(queued));
      target.quiesce();
      target.start("main", Call.of(Op.PORT_WAIT, 1, 0));
      Reply.Output read = target.quiesce().get("main").output();
      assertEquals(new Payload(2, 3, 0, 0), ((PortPacket) read).payload(), read::toString);
    }
  }

  @Test
  void aHandleHas32Bits() {
    TargetException failure = failure("HANDLE_OF_64_BITS", LONG, Call.of(Op.PORT_CREATE, 0));
    assertTrue(failure.getMessage().contains("zx_port_create wrote"), failure::getMessage);
  }

  @Test
  void aPacketThatIsQueuedIsNotTheCallees() {
    Target target = open(CCompiler.misbehaving("WRITES_TO_THE_QUEUED_PACKET"), LONG);
    try {
      target.reset();
      target.start("main", Call.of(Op.PORT_QUEUE, 1, 2, 3));
      TargetException failure = assertThrows(TargetException.class, target::quiesce);
      assertTrue(failure.getMessage().contains("zx_port_queue wrote"), failure::getMessage);
    } finally {
      target.close();
    }
  }

  @Test
  void aLibraryMayPrint() {
    try (Target target = open(CCompiler.misbehaving("FLOODS_STDOUT"), LONG)) {
      target.reset();
      target.start("main", ACK);
      assertEquals(Map.of("main", Reply.of(Status.OK)), target.quiesce());
    }
  }

  @ParameterizedTest
  @CsvSource({"CRASHES_IN_RESET, CRASHED", "HANGS_IN_RESET, TIME_OUT"})
  void aResetCanFailLikeACall(String misbehaviour, TargetException.Reason reason) {
    Path library = CCompiler.misbehaving(misbehaviour);
    Target target = openAtLast(library, reason == CRASHED ? LONG : SHORT);
    try {
      TargetException failure = assertThrows(TargetException.class, target::reset);
      assertEquals(reason, failure.reason(), failure::getMessage);
    } finally {
      target.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CRASHES_WHEN_LOADED, CRASHED",
    "EXITS_WHEN_LOADED, CRASHED",
    "HANGS_WHEN_LOADED, TIME_OUT"
  })
  void loadingCanFailLikeACall(String misbehaviour, TargetException.Reason reason) {
    Path library = CCompiler.misbehaving(misbehaviour);
    Duration timeOut = reason == CRASHED ? LONG : SHORT;
    TargetException failure =
        assertThrows(TargetException.class, () -> open(library, timeOut).close());
    assertEquals(reason, failure.reason(), failure::getMessage);
  }

  @Test
  void aCallMayBeMissing() {
    try (Target target = open(CCompiler.misbehaving("LACKS_A_CALL"), LONG)) {
      assertEquals(List.of("handle_replace", "expire"), target.support().missing());
    }
  }

  @Test
  void aLibraryWithoutACallIsNoTarget() {
    Path library = CCompiler.misbehaving("LACKS_EVERYTHING");
    TargetSpecException failure =
        assertThrows(TargetSpecException.class, () -> open(library, LONG).close());
    assertTrue(
        failure.getMessage().endsWith("exports a function of zx.h, as zx_port_create"),
        failure::getMessage);
  }

  @Test
  void eventsMayBeMissing() {
    try (Target target = open(CCompiler.misbehaving("LACKS_EVENTS"), LONG)) {
      assertFalse(target.support().calls().contains(Op.EVENT_CREATE));
      assertFalse(target.support().expire());
      assertTrue(target.support().calls().contains(Op.PORT_WAIT));
    }
  }

  @Test
  void whatIsNoLibraryIsBadInput() {
    TargetSpecException missing =
        assertThrows(TargetSpecException.class, () -> open(Path.of("no/such.so"), LONG).close());
    assertTrue(missing.getMessage().contains("that can be read"), missing::getMessage);
    Path header = CCompiler.EXAMPLE.resolve("zx.h");
    assertTrue(Files.exists(header));
    TargetSpecException text =
        assertThrows(TargetSpecException.class, () -> open(header, LONG).close());
    assertTrue(text.getMessage().contains("a library that can be loaded"), text::getMessage);
    assertEquals(1, text.getMessage().lines().count(), text::getMessage);
  }
}
