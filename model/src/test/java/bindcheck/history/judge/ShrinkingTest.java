package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.linear.Section;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Calls that a failure does not need are left out. */
class ShrinkingTest {
  private int asked;

  /** Acks of handles from 1, and at last one of 0. */
  private static Recorded acks(int count) {
    Recorded recorded = new Recorded();
    for (int i = 1; i <= count; i++) {
      recorded.does(Recorded.OK, Op.INTERRUPT_ACK, i);
    }
    return recorded;
  }

  private static Section section(int count) {
    return acks(count).does(Recorded.OK, Op.INTERRUPT_ACK, 0).section();
  }

  private static Set<Long> acked(Section section) {
    Set<Long> acked = new TreeSet<>();
    for (Section.Item item : section.items()) {
      if (item.event() instanceof Event.Called called) {
        acked.add(called.call().argument(0));
      }
    }
    return acked;
  }

  private Shrinking shrinking(Predicate<Section> fails) {
    return new Shrinking(
        Recorded.THREADS,
        part -> {
          asked++;
          return fails.test(part);
        });
  }

  private static Predicate<Section> needing(Long... some) {
    return part -> acked(part).containsAll(Set.of(some));
  }

  @Test
  void whatIsNeededStaysAndTheLastCallDoes() {
    assertEquals(Set.of(0L), acked(shrinking(part -> true).shrink(section(8))));
    assertEquals(Set.of(0L, 3L, 6L), acked(shrinking(needing(3L, 6L)).shrink(section(8))));
    assertEquals(Set.of(0L, 1L), acked(shrinking(needing(1L)).shrink(section(8))));
    assertEquals(Set.of(0L, 8L), acked(shrinking(needing(8L)).shrink(section(8))));
    assertEquals(Set.of(0L), acked(shrinking(part -> true).shrink(section(1))));
  }

  @Test
  void halfOfAllIsLeftOutAtOnce() {
    shrinking(part -> true).shrink(section(64));
    assertTrue(asked <= 4, () -> "asked " + asked + " times");
  }

  @Test
  void marksAreLeftOutUnlessTheyAreNeeded() {
    Section section = acks(1).quiesces().does(Recorded.OK, Op.INTERRUPT_ACK, 0).section();
    assertEquals(2, shrinking(part -> true).shrink(section).items().size());
    Predicate<Section> marked =
        part -> part.items().stream().anyMatch(item -> item.event() instanceof Event.Quiescent);
    assertEquals(3, shrinking(marked).shrink(section).items().size());
  }

  @Test
  void twoCallsThatNeedOneAnotherAreLeftOutTogether() {
    Predicate<Section> rest = needing(3L, 4L);
    for (List<Long> pair : List.of(List.of(1L, 2L), List.of(1L, 6L), List.of(2L, 5L))) {
      Predicate<Section> both =
          part -> acked(part).contains(pair.get(0)) == acked(part).contains(pair.get(1));
      Set<Long> others = new TreeSet<>(Set.of(1L, 2L, 5L, 6L));
      others.removeAll(pair);
      Predicate<Section> fails = rest.and(needing(others.toArray(Long[]::new))).and(both);
      Set<Long> left = acked(shrinking(fails).withoutPairs(section(6)));
      others.addAll(Set.of(0L, 3L, 4L));
      assertEquals(others, left);
    }
  }

  @Test
  void pairsAreTriedInWhatIsShortOnly() {
    Section longest = section(39);
    assertEquals(Set.of(0L), acked(shrinking(part -> true).withoutPairs(longest)));
    Section longer = section(40);
    assertSame(longer, shrinking(part -> true).withoutPairs(longer));
  }

  @Test
  void aCallThatBroughtWhatTheLastEventShowsStays() {
    Section section =
        new Recorded().queues("A", 5).returns("A", Recorded.OK).reads("M").shows("M", 5).section();
    assertEquals(4, shrinking(part -> true).shrink(section).items().size());
    Section other =
        new Recorded().queues("A", 6).returns("A", Recorded.OK).reads("M").shows("M", 5).section();
    assertEquals(2, shrinking(part -> true).shrink(other).items().size());
  }

  @Test
  void whoBroughtATimestampStaysToo() {
    Recorded recorded = new Recorded().does(Recorded.OK, Op.INTERRUPT_TRIGGER, 1, 0, 5);
    recorded.calls("A", Op.INTERRUPT_WAIT, 1);
    Section section = recorded.returns("A", Reply.ok(new Reply.Timestamp(5))).section();
    assertEquals(4, shrinking(part -> true).shrink(section).items().size());
  }
}
