package bindcheck.trace;

import bindcheck.script.Call;
import bindcheck.script.Line;
import bindcheck.script.Observation;
import bindcheck.script.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * One step as the covered variant makes it.
 *
 * @param calls the calls in progress before it, by thread
 * @param observation what is seen at the quiescence after it
 * @param configuration the number of the configuration after it
 */
record Leg(Line line, Map<String, Call> calls, Observation observation, int configuration) {
  Leg {
    calls = Map.copyOf(calls);
  }

  /** What was seen after the line, up to a renaming of readers. */
  Sighting sighting(Observation seen) {
    String caller = line.thread();
    return new Sighting(
        Optional.ofNullable(seen.replies().get(caller)),
        seen.replies().entrySet().stream()
            .filter(returned -> !returned.getKey().equals(caller))
            .map(returned -> returned(returned.getKey(), returned.getValue()))
            .toList(),
        seen.blocked().size());
  }

  private Sighting.Returned returned(String thread, Reply reply) {
    return new Sighting.Returned(calls.get(thread), reply);
  }
}
