package bindcheck.hunt;

import bindcheck.file.JsonFields;
import bindcheck.file.Malformed;
import bindcheck.history.Event;
import bindcheck.history.EventReader;
import bindcheck.target.hosted.HostedTarget;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Has rounds played by a {@link RoundService}, in the machine of the target. */
final class HostedArena implements Arena {
  private final HostedTarget target;
  private final List<String> threads;

  HostedArena(HostedTarget target, List<String> threads) {
    this.target = target;
    this.threads = threads;
  }

  @Override
  public int usualRound() {
    return ROUND_OF_SHORT_CALLS;
  }

  @Override
  public List<Event> play(Round round) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    threads.forEach(request.putArray(RoundService.THREADS)::add);
    RoundService.write(round, request);
    JsonFields answer = target.ask(RoundService.NAME, request);
    try {
      List<Event> events = new ArrayList<>();
      for (JsonFields event : answer.parts(RoundService.EVENTS)) {
        events.add(EventReader.event(event));
      }
      return events;
    } catch (Malformed bad) {
      throw target.nonsense(bad);
    }
  }
}
