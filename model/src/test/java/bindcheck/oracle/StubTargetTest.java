package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A target that shows what it was told to show. */
class StubTargetTest {
  private static final Call CREATE = Call.of(Op.PORT_CREATE, 0);
  private static final Reply OK = Reply.of(Status.OK);

  private final StubTarget target = new StubTarget();

  private Map<String, Reply> afterOk(String thread) {
    target.show(Observation.of(Map.of(thread, OK), Set.of()));
    return target.quiesce();
  }

  private Map<String, Reply> afterCreating(String thread) {
    target.start(thread, CREATE);
    return afterOk(thread);
  }

  private static Map<String, Reply> handle(String thread, int value) {
    return Map.of(thread, Reply.ok(new Reply.Handle(value)));
  }

  @Test
  void handlesOfWhichItWasToldNothingAreCounted() {
    assertEquals(handle("A", 1), afterCreating("A"));
    assertEquals(handle("B", 2), afterCreating("B"));
    assertEquals(Map.of("A", OK), afterOk("A"));
  }

  @Test
  void whereAPointerIsNullNoHandleIsMade() {
    target.start("A", Call.of(Op.PORT_CREATE, true, 0));
    assertEquals(Map.of("A", OK), afterOk("A"));
  }

  @Test
  void whatItWasToldOfAHandleItShows() {
    target.start("A", CREATE);
    target.show(Observation.of(handle("A", 9), Set.of()));
    assertEquals(handle("A", 9), target.quiesce());
  }

  @Test
  void afterAResetHandlesAreCountedAnew() {
    afterCreating("A");
    target.reset();
    assertEquals(handle("A", 1), afterCreating("A"));
  }

  @Test
  void afterAResetNoCallIsInProgress() {
    target.start("A", CREATE);
    target.show(Observation.of(Map.of(), Set.of("A")));
    target.quiesce();
    assertEquals(Set.of("A"), target.blocked());
    target.reset();
    assertEquals(Set.of(), target.blocked());
    assertEquals(Map.of("A", OK), afterOk("A"));
  }

  @Test
  void itIsCertainOfWhatItShows() {
    assertTrue(target.isExact());
    assertEquals("stub", target.name());
  }
}
