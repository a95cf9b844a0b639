package bindcheck.target.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Verdict;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetException.Reason;
import bindcheck.target.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program does wrong, it is named, in time, and nothing of the program stays. */
@Timeout(60)
class MisbehavingTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SETTLE = Duration.ofMillis(50);
  private static final Duration IMPATIENT = Duration.ofSeconds(1);

  /** One session, up to its first failure. */
  private static final class Course {
    private String step = "initialize";
    private TargetException failure;

    void run(String command, Duration timeOut) {
      try (Target target = Targets.open("process:" + command, List.of(), timeOut, SETTLE)) {
        session(target);
        step = "shutdown";
      } catch (TargetException e) {
        failure = e;
      }
    }

    private void session(Target target) {
      reset(target);
      play(target, "main", Call.of(Op.PORT_CREATE, 0));
      play(target, "T1", Call.of(Op.PORT_WAIT, 1, Long.MAX_VALUE));
      assertEquals(Set.of("T1"), target.blocked());
      Map<String, Reply> replies = play(target, "main", Call.of(Op.PORT_QUEUE, 1, 1, 2));
      assertEquals(Reply.userPacket(1, 2), replies.get("T1"));
      reset(target);
    }

    private void reset(Target target) {
      step = "reset";
      target.reset();
    }

    private Map<String, Reply> play(Target target, String thread, Call call) {
      step = call.op().scriptName();
      target.start(thread, call);
      return target.quiesce();
    }
  }

  private static Course course(String stage, String wrong, Duration timeOut) {
    Course course = new Course();
    course.run("sh " + Programs.script("misbehaving.sh") + " " + stage + " " + wrong, timeOut);
    return course;
  }

  @Test
  void theSessionItselfIsRight() {
    Course course = course("nowhere", "nothing", PATIENT);
    assertNull(course.failure);
    assertEquals("shutdown", course.step);
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "start          | exits                | initialize  | CRASHED     | code 3",
        "start          | talks                | initialize  | NONSENSE    | \"debug: here we"
            + " are\"",
        "start          | unasked              | initialize  | NONSENSE    | ",
        "initialize     | other-protocol       | initialize  | NONSENSE    | protocol to be 1, found 2",
        "initialize     | unknown-call         | initialize  | NONSENSE    | port_destroy",
        "initialize     | misspelt-call        | initialize  | NONSENSE    | mean port_wait?",
        "initialize     | unknown-feature      | initialize  | NONSENSE    | one of blocked,"
            + " expire",
        "reset          | exits                | reset       | CRASHED     | code 3",
        "reset          | unasked              | reset       | NONSENSE    | not asked",
        "reset-again    | exits                | reset       | CRASHED     | code 3",
        "port_create    | no-handle            | port_create | NONSENSE    | expected a handle beside",
        "port_queue     | unknown-member       | port_queue  | NONSENSE    | no field but",
        "blocked        | names-an-idle-thread | port_wait   | NONSENSE    | T9",
        "blocked        | names-who-returned   | port_wait   | NONSENSE    | in progress",
        "port_queue     | exits                | port_queue  | CRASHED     | main: port_queue(0x1, 1, 2)",
        "port_queue     | complains            | port_queue  | CRASHED     | out of hope",
        "port_queue     | throws               | port_queue  | CRASHED     | ^ / Error: not yet /"
            + " Done",
        "port_queue     | all-indented         | port_queue  | CRASHED     | \"at a / at b\"",
        "port_queue     | segfaults            | port_queue  | CRASHED     | signal 11",
        "port_queue     | closes-output        | port_queue  | CRASHED     | output closed",
        "port_queue     | leaves-a-child       | port_queue  | CRASHED     | code 3",
        "port_queue     | half-a-line          | port_queue  | NONSENSE    | within a line",
        "port_queue     | empty-line           | port_queue  | NONSENSE    | an empty line",
        "port_queue     | array                | port_queue  | NONSENSE    | a JSON object",
        "port_queue     | deep                 | port_queue  | NONSENSE    | a JSON object",
        "port_queue     | not-text             | port_queue  | NONSENSE    | UTF-8",
        "port_queue     | endless-line         | port_queue  | NONSENSE    | 65536 bytes",
        "port_queue     | old-version          | port_queue  | NONSENSE    | jsonrpc",
        "port_queue     | no-result            | port_queue  | NONSENSE    | result to be there",
        "port_queue     | other-id             | port_queue  | NONSENSE    | 4711",
        "port_queue     | text-as-id           | port_queue  | NONSENSE    | id to be",
        "port_queue     | fraction-as-id       | port_queue  | NONSENSE    | id to be",
        "port_queue     | twice                | port_queue  | NONSENSE    | a second time",
        "port_queue     | other-thread         | port_queue  | NONSENSE    | T1: port_wait",
        "port_queue     | wide-key             | port_queue  | NONSENSE    | unsigned 64-bit",
        "port_queue     | key-as-number        | port_queue  | NONSENSE    | decimal string",
        "port_queue     | wide-status          | port_queue  | NONSENSE    | status to be",
        "port_queue     | no-status            | port_queue  | NONSENSE    | no such field",
        "port_queue     | member-twice         | port_queue  | NONSENSE    | a JSON object",
        "port_queue     | floods               | port_queue  | NONSENSE    | 4711",
        "port_queue     | error                | port_queue  | THREW       | cannot",
        "port_queue     | error-without-id     | port_queue  | THREW       | what",
      })
  void isNamed(String stage, String wrong, String step, Reason reason, String text) {
    check(course(stage, wrong, PATIENT), step, reason, text == null ? "" : text);
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "start         | is-slow       | initialize | initialize",
        "reset         | hangs         | reset      | reset",
        "blocked       | names-nobody  | port_wait  | T1: port_wait",
        "port_queue    | hangs         | port_queue | main: port_queue",
        "port_queue    | floods-errors | port_queue | main: port_queue",
      })
  void isNotWaitedForWithoutBound(String stage, String wrong, String step, String text) {
    check(course(stage, wrong, IMPATIENT), step, Reason.TIME_OUT, text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"spins, true", "hangs, false"})
  void isSaidToRunWhereItUsesTheProcessor(String wrong, boolean isRunning) {
    Course course = course("port_queue", wrong, IMPATIENT);
    check(course, "port_queue", Reason.TIME_OUT, "main: port_queue");
    assertEquals(
        isRunning,
        course
            .failure
            .getMessage()
            .startsWith("did not settle: the program runs without answering; "),
        course.failure.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"leaves-a-child", "child-stays", "hangs"})
  void isToldThatItDidNotEnd(String wrong) {
    Course course = course("shutdown", wrong, IMPATIENT);
    check(course, "shutdown", Reason.NOT_STOPPED, "after shutdown");
  }

  @Test
  void isToldThatItEndedBadly() {
    Course course = course("shutdown", "exits", PATIENT);
    check(course, "shutdown", Reason.CRASHED, "code 3 after shutdown");
  }

  /** A bridge to something that can be reached once, say. */
  @Test
  void whatBecomesOfEachNewBeginningDoesNotHideHowItCameToThat() {
    String command = "sh " + Programs.script("misbehaving.sh") + " reset exits";
    try (Target target = Targets.open("process:" + command, List.of(), PATIENT, SETTLE)) {
      TargetException first = assertThrows(TargetException.class, target::reset);
      for (int i = 0; i < 2; i++) {
        TargetException again = assertThrows(TargetException.class, target::reset);
        assertEquals(Reason.CRASHED, again.reason());
        String before = "; before it was started again: " + first.getMessage();
        assertTrue(again.getMessage().endsWith(before), again.getMessage());
      }
    }
  }

  private static void check(Course course, String step, Reason reason, String text) {
    assertNotNull(course.failure, "no failure");
    assertEquals(reason, course.failure.reason(), course.failure.getMessage());
    assertEquals(step, course.step);
    assertNotEquals(Verdict.PASS, course.failure.verdict());
    assertTrue(course.failure.getMessage().contains(text), course.failure.getMessage());
    assertEquals(1, course.failure.getMessage().lines().count());
    assertEquals(List.of(), Programs.running("misbehaving.sh", "sleep 86399"));
    assertEquals(Set.of(), Programs.threads());
  }

  /** Seen once it has come; until then nobody can tell, so the driver is given the time to. */
  @Test
  void aReportOfBlockedThreadsIsHeldAgainstWhatComesLater() throws InterruptedException {
    String command = "sh " + Programs.script("misbehaving.sh") + " blocked takes-it-back";
    TargetException failure = null;
    try (Target target = Targets.open("process:" + command, List.of(), PATIENT, PATIENT)) {
      target.reset();
      target.start("main", Call.of(Op.PORT_CREATE, 0));
      target.quiesce();
      target.start("T1", Call.of(Op.PORT_WAIT, 1, Long.MAX_VALUE));
      target.quiesce();
      while (failure == null) {
        failure = polled(target);
        Thread.onSpinWait();
      }
    }
    assertEquals(Reason.NONSENSE, failure.reason());
    assertTrue(failure.getMessage().contains("reported as blocked"), failure.getMessage());
  }

  private static TargetException polled(Target target) {
    try {
      target.poll();
      return null;
    } catch (TargetException e) {
      return e;
    }
  }

  /** It answers without reading, so that in the end a request finds no room. */
  @Test
  void aProgramThatDoesNotReadIsNotWaitedForWithoutBound() {
    String script =
        "printf '%s\\n"
            + "' '{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocol\":1,\"name\":\"deaf\",\"calls\":[\"port_create\"],\"features\":[]}}';"
            + " i=2; while :; do printf '{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":{}}\\n"
            + "' $i; i=$((i+1)); if [ $i -gt 3000 ]; then exec sleep 86399; fi; done";
    TargetException failure = null;
    String command = "sh -c \"" + script.replace("\"", "\\\"") + "\"";
    try (Target target =
        Targets.open("process:" + command, List.of(), IMPATIENT, Duration.ofMillis(1))) {
      while (failure == null) {
        try {
          target.reset();
        } catch (TargetException e) {
          failure = e;
        }
      }
    }
    assertEquals(List.of(), Programs.running("sleep 86399"));
    assertNotEquals(Verdict.PASS, failure.verdict());
  }
}
