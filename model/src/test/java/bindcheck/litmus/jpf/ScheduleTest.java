package bindcheck.litmus.jpf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.litmus.Programs;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The chart of a path, of which Java PathFinder's objects are played here. */
@Timeout(60)
class ScheduleTest {
  /** As in Java PathFinder, whose names the accessors have. */
  public record Caller(String getName) {}

  public record Method(String getClassName, String getName, boolean isSynchronized) {}

  public record Instruction(
      Method getMethodInfo, boolean isFirstInstruction, String getMnemonic, int getLineNumber) {}

  public record Step(Instruction getInstruction) {}

  public record Transition(Caller getThreadInfo, List<Step> steps) implements Iterable<Step> {
    @Override
    public Iterator<Step> iterator() {
      return steps.iterator();
    }
  }

  public record Thrown(Caller getThread, String getExceptionClassname) {}

  public record Path(List<Transition> getPath, Thrown getPendingException) {}

  private static final Instruction CALL = first(Driver.class.getName() + "$Call", "make", false);
  private static final Instruction NOTIFIES = first("java.lang.Object", "notifyAll", false);
  private static final Instruction WAITS = first("java.lang.Object", "wait", false);
  private static final Instruction END =
      new Instruction(
          new Method(Driver.class.getName() + "$ScriptedThread", "run", false), false, "return", 1);
  private static final Transition SET_UP = by("T2", CALL, entered("add"), END);

  private static Instruction first(String type, String method, boolean isSynchronized) {
    return new Instruction(new Method(type, method, isSynchronized), true, "aload_0", 1);
  }

  private static Instruction entered(String method) {
    return first("example.Port", method, true);
  }

  private static Transition by(String thread, Instruction... instructions) {
    return new Transition(new Caller(thread), Arrays.stream(instructions).map(Step::new).toList());
  }

  private static List<String> rows(Thrown thrown, Transition... path) {
    Path played = new Path(List.of(path), thrown);
    return new Schedule(Programs.ONE_PACKET)
        .chart(new Mirror(played))
        .lines()
        .skip(1)
        .map(row -> row.strip().replaceAll(" +", " "))
        .toList();
  }

  @Test
  void theSetUpIsNotShownAndTheCallsAfterItHaveTheirNames() {
    assertEquals(
        List.of("| interrupt_trigger(i, 0, 5)", "| Port.deliver", "| ends"),
        rows(null, SET_UP, by("T2", CALL, entered("deliver"), END)));
  }

  @Test
  void whatIsBegunAgainAfterASwitchIsShownOnce() {
    assertEquals(
        List.of("| notifyAll"), rows(null, SET_UP, by("T2", NOTIFIES), by("T2", NOTIFIES)));
  }

  @Test
  void aWaitThatGoesOnIsAWakeUp() {
    assertEquals(
        List.of("waits |", "wakes |"), rows(null, SET_UP, by("T1", WAITS), by("T1", WAITS)));
  }

  @Test
  void theInitialiserOfAClassIsNotShown() {
    Instruction initialiser = first("example.Port", "<clinit>", true);
    assertEquals(List.of(), rows(null, SET_UP, by("T1", initialiser)));
  }

  @Test
  void whoThrowsIsNamed() {
    Thrown thrown = new Thrown(new Caller("T1"), "java.util.NoSuchElementException");
    assertEquals(List.of("throws NoSuchElementException |"), rows(thrown, SET_UP));
  }
}
