package bindcheck.hunt;

import bindcheck.history.Event;
import bindcheck.target.Target;
import java.util.List;

/** What is recorded of random load on a target. */
public final class RecordedRounds {
  private static final List<String> THREADS = List.of("T1", "T2");

  private RecordedRounds() {}

  /** One round of two threads, each of which makes that many calls at most; and then an end. */
  public static List<Event> of(Target target, long seed, int callsEach) {
    Round round = new Round(Mix.usual(), seed, callsEach);
    return Arena.of(target, THREADS).play(round);
  }
}
