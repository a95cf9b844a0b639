package bindcheck.hunt;

import bindcheck.target.Syscalls;
import java.util.List;
import java.util.Random;

/**
 * Lets finite deadlines pass while the calls that have them are in progress, at random moments, and
 * a few times only: the end of a round lets the others pass. No event says when, for the thread may
 * be in another call by then; in a round, any finite deadline may pass at any time.
 */
final class Clock {
  private static final int LOOKS = 400;
  private static final int PASSES_IN = 3;
  private static final int LONGEST_PAUSE = 300;

  private final List<Journal> journals;
  private final Random random;

  Clock(List<Journal> journals, Random random) {
    this.journals = journals;
    this.random = random;
  }

  /** Until the calls are over, or it has looked often enough. */
  @SuppressWarnings("ThreadPriorityCheck") // there may be more threads than processors
  void run(Syscalls kernel) {
    try {
      for (int looks = 0; looks < LOOKS && !isOver(); looks++) {
        Journal journal = journals.get(random.nextInt(journals.size()));
        if (journal.waitsForDeadline() && random.nextInt(PASSES_IN) == 0) {
          kernel.expire(journal.maker());
        } else {
          Thread.yield();
        }
        pause();
      }
    } catch (UnsupportedOperationException noClock) {
      // Then no deadline passes, as none would by itself.
    }
  }

  private boolean isOver() {
    return Thread.currentThread().isInterrupted() || journals.stream().allMatch(Journal::isOver);
  }

  private void pause() {
    int spins = random.nextInt(LONGEST_PAUSE);
    for (int i = 0; i < spins; i++) {
      Thread.onSpinWait();
    }
  }
}
