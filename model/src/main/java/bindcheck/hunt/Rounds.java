package bindcheck.hunt;

import bindcheck.history.Event;
import bindcheck.target.JavaTarget;
import java.util.List;
import java.util.stream.IntStream;

/** The rounds of a hunt, without a judge. */
public final class Rounds {
  /** Calls of which none blocks. */
  public static final String UNBLOCKED = "trigger=8,ack=6,poll=14,queue=2";

  private Rounds() {}

  /** Plays them, and gives the number of calls that were recorded. */
  public static long record(JavaTarget target, Hunt.Settings settings) {
    return play(settings, new JavaArena(target, threads(settings)));
  }

  /** Plays them, and records nothing; their calls must be {@link #UNBLOCKED}. */
  public static void make(JavaTarget target, Hunt.Settings settings) {
    play(settings, new JavaArena(target, threads(settings), Blank::new));
  }

  private static List<String> threads(Hunt.Settings settings) {
    return IntStream.rangeClosed(1, settings.threads()).mapToObj(t -> "T" + t).toList();
  }

  private static long play(Hunt.Settings settings, Arena arena) {
    long calls = 0;
    for (long round = 0; round < settings.rounds(); round++) {
      List<Event> events = arena.play(settings.round(round));
      calls += events.stream().filter(event -> event instanceof Event.Called).count();
    }
    return calls;
  }
}
