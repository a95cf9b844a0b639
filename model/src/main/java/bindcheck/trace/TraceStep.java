package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.script.Line;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One step of a walk.
 *
 * @param line what is done; a reader in it stands for any reader that is idle or, where a deadline
 *     passes, for any that waits in the same call
 * @param waiting the call whose deadline passes, where one does
 * @param expected what the covered variant does
 * @param allowed what may be seen, after what was expected at the steps before; empty from the step
 *     on that comes after one where what is expected is not allowed
 */
public record TraceStep(
    Line line, Optional<Call> waiting, SymmetricObservation expected, List<Permitted> allowed) {
  /**
   * What may be seen at a step.
   *
   * @param by the requirements and alternatives that it rests on
   */
  public record Permitted(SymmetricObservation observation, SortedSet<String> by) {}

  /** Keeps a copy. */
  public TraceStep {
    allowed = List.copyOf(allowed);
  }
}
