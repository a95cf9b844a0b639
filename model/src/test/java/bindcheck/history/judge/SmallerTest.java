package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not needed is left out of a history, call by call. */
class SmallerTest {
  private static final Event READ = new Event.Called("A", Call.of(Op.PORT_WAIT, 1, 0));
  private static final Event TIMED_OUT = new Event.Returned("A", Reply.of(-21));
  private static final Event ACK = new Event.Called("B", Call.of(Op.INTERRUPT_ACK, 2));
  private static final Event ACKED = new Event.Returned("B", Reply.of(0));

  private static final List<Event> HISTORY =
      List.of(
          ACK, READ, ACKED, new Event.Expired("A"), TIMED_OUT, ACK, ACKED, new Event.Quiescent());

  @Test
  void onlyTheCallThatIsNeededStays() {
    assertEquals(
        List.of(READ, TIMED_OUT), Smaller.of(HISTORY, part -> part.contains(TIMED_OUT), 100));
  }

  @Test
  void aCallGoesWithItsReturn() {
    assertEquals(
        List.of(ACK, ACKED, ACK, ACKED),
        Smaller.of(HISTORY, part -> part.stream().filter(ACK::equals).count() == 2, 100));
  }

  @Test
  void itIsAskedNoMoreOftenThanItMayBe() {
    assertEquals(HISTORY, Smaller.of(HISTORY, part -> true, 0));
  }
}
