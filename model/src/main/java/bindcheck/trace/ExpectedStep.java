package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.Map;
import java.util.Optional;

/**
 * One step as the covered variant makes it.
 *
 * @param calls the calls in progress before it, by thread
 * @param observation what is seen at the quiescence after it
 * @param configuration the number of the configuration after it
 */
record ExpectedStep(
    Line line, Map<String, Call> calls, Observation observation, int configuration) {
  ExpectedStep {
    calls = Map.copyOf(calls);
  }

  /** What was seen after the line, up to a renaming of readers. */
  SymmetricObservation upToReaders(Observation seen) {
    String caller = line.thread();
    return new SymmetricObservation(
        Optional.ofNullable(seen.replies().get(caller)),
        seen.replies().entrySet().stream()
            .filter(returned -> !returned.getKey().equals(caller))
            .map(returned -> returned(returned.getKey(), returned.getValue()))
            .toList(),
        seen.blocked().size());
  }

  private SymmetricObservation.Returned returned(String thread, Reply reply) {
    return new SymmetricObservation.Returned(calls.get(thread), reply);
  }
}
