package bindcheck.history.linear;

import static bindcheck.history.linear.Told.PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.model.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The order in which a search tries calls first. */
class SuccessionTest {
  private static final Reply OK = Reply.of(Status.OK);

  /** The calls that have a place, by that, the last of several: who brings or shows what. */
  private static Map<Long, String> places(Told told, Random random) {
    Section section = told.section();
    Succession succession = new Succession(section, new Sources(section).showing(), random);
    Map<Long, String> places = new TreeMap<>();
    for (Section.Item item : section.items()) {
      if (item.event() instanceof Event.Called) {
        Operation call = item.call();
        long place = succession.of(call);
        if (place != Operation.NEVER) {
          long value = call.values.length > 0 ? call.values[call.values.length - 1] : 0;
          String what = value != 0 ? " brings " + value : " shows " + call.reply.output();
          places.put(place, call.name + what);
        }
      }
    }
    return places;
  }

  private static void assertOrder(Told told, String... expected) {
    assertEquals(List.of(expected), List.copyOf(places(told, null).values()));
  }

  private static String user(String thread, long key) {
    return thread + " shows " + Reply.userPacket(key, key).output();
  }

  private static Told queuesAtTheSameTime(Told told) {
    return told.calls("A", Call.of(Op.PORT_QUEUE, PORT, 1, 1))
        .calls("B", Call.of(Op.PORT_QUEUE, PORT, 2, 2))
        .returns("A", OK)
        .returns("B", OK);
  }

  @Test
  void whoBringsComesRightBeforeWhoShows() {
    Told told = new Told().queues(PORT, 1).reads("A", PORT).shows("A", 1);
    assertEquals(
        Map.of(0L, "M brings 1", 1L, user("A", 1)), places(told, null), "places begin with 0");
  }

  @Test
  void whatShowsNothingAndBringsNothingThatIsShownHasNoPlace() {
    assertOrder(new Told().queues(PORT, 1).reads("A", PORT));
    assertOrder(
        new Told()
            .queues(PORT, 1)
            .acks()
            .reads("A", PORT)
            .returns("A", Reply.of(Status.TIMED_OUT)));
  }

  @Test
  void whatWasQueuedFirstIsShownFirstWhoeverReturnsFirst() {
    assertOrder(
        new Told()
            .reads("A", PORT)
            .reads("B", PORT)
            .queues(PORT, 1)
            .queues(PORT, 2)
            .shows("A", 2)
            .shows("B", 1),
        "M brings 1",
        user("B", 1),
        "M brings 2",
        user("A", 2));
  }

  @Test
  void whereTheyWereQueuedAtTheSameTimeWhoReturnsFirstComesFirst() {
    assertOrder(
        queuesAtTheSameTime(new Told().reads("C", PORT))
            .reads("A", PORT)
            .shows("C", 2)
            .shows("A", 1),
        "B brings 2",
        user("C", 2),
        "A brings 1",
        user("A", 1));
  }

  @Test
  void whoReturnsBeforeAnotherBeginsComesFirst() {
    assertOrder(
        queuesAtTheSameTime(new Told())
            .reads("C", PORT)
            .shows("C", 2)
            .reads("A", PORT)
            .shows("A", 1),
        "B brings 2",
        user("C", 2),
        "A brings 1",
        user("A", 1));
  }

  @Test
  void packetsOfInterruptsAreAnotherQueue() {
    Told told =
        new Told()
            .reads("A", PORT)
            .reads("B", PORT)
            .queues(PORT, 1)
            .triggers(5)
            .showsTrigger("A", 5)
            .shows("B", 1);
    assertOrder(
        told,
        "M brings 5",
        "A shows " + Reply.interruptPacket(Told.BOUND_KEY, 5).output(),
        "M brings 1",
        user("B", 1));
  }

  @Test
  void whatSeveralShowIsBroughtBeforeTheFirstOfThem() {
    Told told =
        new Told()
            .triggers(1)
            .acks()
            .triggers(2)
            .reads("A", PORT)
            .showsTrigger("A", 1)
            .reads("B", PORT)
            .showsTrigger("B", 2);
    Section section = told.section();
    Succession succession = new Succession(section, new Sources(section).showing(), null);
    Operation bind =
        section.items().stream()
            .map(Section.Item::call)
            .filter(call -> call.call.op() == Op.INTERRUPT_BIND)
            .findFirst()
            .orElseThrow();
    assertEquals(0, succession.of(bind));
  }

  @Test
  void whereAllShowTheSameNothingHasAPlace() {
    assertOrder(
        new Told()
            .queues(PORT, 1)
            .queues(PORT, 1)
            .reads("A", PORT)
            .shows("A", 1)
            .reads("B", PORT)
            .shows("B", 1));
  }

  private static Set<List<String>> orders(Supplier<Told> told) {
    Set<List<String>> orders = new HashSet<>();
    for (int seed = 0; seed < 30; seed++) {
      orders.add(List.copyOf(places(told.get(), new Random(seed)).values()));
    }
    return orders;
  }

  @Test
  void luckDrawsAmongThoseThatMayComeNext() {
    Set<List<String>> orders =
        orders(
            () ->
                queuesAtTheSameTime(new Told().reads("C", PORT))
                    .reads("A", PORT)
                    .shows("C", 2)
                    .shows("A", 1));
    List<String> one = List.of("A brings 1", user("A", 1), "B brings 2", user("C", 2));
    List<String> other = List.of("B brings 2", user("C", 2), "A brings 1", user("A", 1));
    assertEquals(Set.of(one, other), orders);
  }

  @Test
  void luckDrawsNobodyWhoMustComeLater() {
    Supplier<Told> shownLater =
        () ->
            queuesAtTheSameTime(new Told())
                .reads("C", PORT)
                .shows("C", 2)
                .reads("A", PORT)
                .shows("A", 1);
    assertEquals(1, orders(shownLater).size());
    Supplier<Told> broughtLater =
        () ->
            new Told()
                .reads("A", PORT)
                .reads("B", PORT)
                .queues(PORT, 1)
                .queues(PORT, 2)
                .shows("A", 2)
                .shows("B", 1);
    assertEquals(1, orders(broughtLater).size());
  }

  @Test
  void whatWasBroughtBeforeTheSectionMayComeInAnyOrder() {
    Set<List<Long>> orders = new HashSet<>();
    for (int seed = 0; seed < 30; seed++) {
      Told told = new Told().queues(PORT, 1).queues(PORT, 2).now();
      told.reads("A", PORT).reads("B", PORT).shows("A", 1).shows("B", 2);
      Section section = told.section().from(told.at());
      Succession succession =
          new Succession(section, new Sources(section).showing(), new Random(seed));
      orders.add(
          List.of(
              succession.of(section.items().get(0).call()),
              succession.of(section.items().get(1).call())));
    }
    assertEquals(Set.of(List.of(1L, 3L), List.of(3L, 1L)), orders);
  }
}
