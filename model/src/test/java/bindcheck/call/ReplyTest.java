package bindcheck.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplyTest {
  @Test
  void prints() {
    assertEquals("BAD_STATE", Reply.of(Status.BAD_STATE).toString());
    assertEquals("-99", Reply.of(-99).toString());
    assertEquals("OK handle(0xffffffff)", Reply.ok(new Reply.Handle(-1)).toString());
    assertEquals("OK timestamp(-5)", Reply.ok(new Reply.Timestamp(-5)).toString());
    assertEquals(
        "OK packet(INTERRUPT, key=18446744073709551615, timestamp=-1)",
        Reply.interruptPacket(-1, -1).toString());
    assertEquals(
        "OK packet(USER, key=1, payload=18446744073709551615)", Reply.userPacket(1, -1).toString());
    assertEquals(
        "OK packet(type=9, key=1, status=CANCELED, payload=2)",
        Reply.ok(new PortPacket(9, 1, -23, 2)).toString());
  }

  @Test
  void observationsPrintInOrderOfThreads() {
    Map<String, Reply> replies =
        Map.of("main", Reply.of(Status.OK), "T1", Reply.interruptPacket(7, 0));
    assertEquals(
        "T1: OK packet(INTERRUPT, key=7, timestamp=0); main: OK; blocked: T2, T3",
        Observation.of(replies, Set.of("T3", "T2")).toString());
    assertEquals("nothing", Observation.of(Map.of(), Set.of()).toString());
  }

  @Test
  void observationsAreValues() {
    Map<String, Reply> replies = new TreeMap<>(Map.of("T1", Reply.of(0)));
    Observation before = Observation.of(replies, Set.of());
    replies.clear();
    assertEquals(Observation.of(Map.of("T1", Reply.of(Status.OK)), Set.of()), before);
    assertThrows(UnsupportedOperationException.class, () -> before.replies().clear());
    assertThrows(
        IllegalArgumentException.class,
        () -> Observation.of(Map.of("T1", Reply.of(0)), Set.of("T1")));
  }
}
