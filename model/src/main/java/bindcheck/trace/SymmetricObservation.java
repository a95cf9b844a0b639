package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was seen at a quiescence, up to a renaming of readers: which of several readers that wait in
 * the same call returns is the implementation's choice.
 *
 * @param caller the reply of the thread that the step is about, where its call returned
 * @param readers the other calls that returned, sorted
 * @param blocked how many calls are blocked now
 */
public record SymmetricObservation(Optional<Reply> caller, List<Returned> readers, int blocked) {
  private static final Comparator<Returned> ORDER =
      Comparator.comparing((Returned returned) -> returned.call().toString())
          .thenComparing(returned -> returned.reply().toString());

  /** One reader that returned from a call in which it was blocked. */
  public record Returned(Call call, Reply reply) {}

  /** Sorts, so that what was seen is the same whichever readers it was. */
  public SymmetricObservation {
    readers = readers.stream().sorted(ORDER).toList();
  }
}
