package bindcheck.target.perturb;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How the threads of one round are held up. This is PCT (Burckhardt, Kothari, Musuvathi and
 * Nagarakatte, A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, ASPLOS 2010),
 * as far as it can be had where the machine's scheduler stays in charge: each thread has a
 * priority; at a point a thread waits while one of higher priority gets on; and at a few points,
 * which the seed draws, a thread's priority falls below all that were given first.
 *
 * <p>Nobody waits for what does not come: a thread goes on as soon as no other has met a point for
 * a moment, and after a longest time in any case.
 *
 * @param seed what is decided at a point follows from it, from the thread and from how many points
 *     the thread has met: from nothing else
 * @param changesIn of how many points one changes a priority, on average
 * @param quietMicros how long nobody must have got on for a thread to go on
 * @param longestMicros how long a thread is held up at a point at most
 * @param data whether fields and collections are points, too, where a target's code shows them
 * @param pinned whether all threads are to run on one processor, where that can be had
 */
public record Schedule(
    long seed, int changesIn, int quietMicros, int longestMicros, boolean data, boolean pinned) {
  /** Of so many rounds, all but one are perturbed. */
  public static final int UNDISTURBED_IN = 4;

  private static final int[] CHANGES_IN = {4, 12, 40, 120};
  private static final int[] QUIET = {5, 20, 60};
  private static final int LONGEST_BY_QUIET = 8;
  private static final int PINNED_IN = 4;

  /** The schedule of the round with that seed; empty where it is left to the machine. */
  public static Optional<Schedule> ofRound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    if (random.nextInt(UNDISTURBED_IN) == 0) {
      return Optional.empty();
    }
    int quiet = QUIET[random.nextInt(QUIET.length)];
    return Optional.of(
        new Schedule(
            random.nextLong(),
            CHANGES_IN[random.nextInt(CHANGES_IN.length)],
            quiet,
            LONGEST_BY_QUIET * quiet,
            random.nextBoolean(),
            random.nextInt(PINNED_IN) == 0));
  }

  /** What is drawn for that thread at the point that it meets as its n-th; n is 0 for its start. */
  int draw(int thread, int n) {
    long z = seed + 0x9E3779B97F4A7C15L * (((long) thread << Integer.SIZE) + n + 1);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) ((z ^ (z >>> 31)) >>> (Integer.SIZE + 1));
  }
}
