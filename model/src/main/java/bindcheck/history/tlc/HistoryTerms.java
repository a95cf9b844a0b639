package bindcheck.history.tlc;

import bindcheck.call.Call;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.linear.Lookahead;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Says the events of one history in TLA+, with small numbers for handles and 64-bit values. */
final class HistoryTerms {
  private final RecordedHistory history;
  private final Map<Long, Integer> values = new HashMap<>(Map.of(0L, 0));

  /** By value; one that is to be made and never is has a number that none has. */
  private final Map<Long, Integer> handles = new HashMap<>(Map.of(0L, 0));

  private HistoryTerms(RecordedHistory history) {
    this.history = history;
  }

  /** Each event as a record, as spec/HistoryTrace.tla reads it. */
  static List<String> of(RecordedHistory history) {
    HistoryTerms vocabulary = new HistoryTerms(history);
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < history.events().size(); i++) {
      terms.add("[event |-> " + vocabulary.term(i) + "]");
    }
    return terms;
  }

  private String term(int index) {
    Event event = history.events().get(index);
    if (event instanceof Event.Called called) {
      Stimulus stimulus = new Stimulus(called.thread(), numbered(called.call()), out(index));
      return "\"call\", thread |-> \"%s\", op |-> \"%s\", args |-> %s"
          .formatted(called.thread(), stimulus.op(), stimulus.arguments());
    }
    if (event instanceof Event.Returned returned) {
      Reply reply = returned.reply().mapPacket(PortPacket::folded);
      return "\"return\", thread |-> \"%s\", reply |-> [%s]"
          .formatted(returned.thread(), term(reply));
    }
    if (event instanceof Event.Expired expired) {
      return "\"expire\", thread |-> \"%s\"".formatted(expired.thread());
    }
    return Lookahead.showsBlocked(event)
        ? "\"quiescent\""
        : event instanceof Event.Reset ? "\"reset\"" : "\"end\"";
  }

  private int out(int index) {
    boolean makes = ((Event.Called) history.events().get(index)).call().returnsHandle();
    if (!makes) {
      return 0;
    }
    OptionalInt made = history.made(index);
    return number(made.isPresent() ? Integer.toUnsignedLong(made.getAsInt()) : ~index, handles);
  }

  private String term(Reply reply) {
    String status = "status |-> \"" + Status.text(reply.status()) + "\"";
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      return status + ", timestamp |-> " + number(timestamp.value(), values);
    }
    if (reply.output() instanceof PortPacket packet) {
      String type = PortPacket.typeName(packet.type()).orElse("type " + packet.type());
      return status
          + ", packet |-> [type |-> \"%s\", key |-> %d, %s |-> %d]"
              .formatted(
                  type,
                  number(packet.key(), values),
                  packet.isInterrupt() ? "timestamp" : "payload",
                  number(packet.value(), values));
    }
    return status;
  }

  private Call numbered(Call call) {
    return call.folded().numbered(raw -> number(raw, handles), raw -> number(raw, values));
  }

  private static int number(long value, Map<Long, Integer> numbers) {
    Integer known = numbers.putIfAbsent(value, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }
}
