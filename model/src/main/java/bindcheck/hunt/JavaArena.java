package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.target.JavaTarget;
import bindcheck.target.Syscalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Plays rounds on an implementation in Java; each thread records its own calls. */
final class JavaArena implements Arena {
  /** Calls that release others; more would be of no use. */
  private static final int MOST_RELEASES = 200;

  /** How many of them may fail to release anybody before the round is given up. */
  private static final int PATIENCE = 3;

  /** How often a round goes on after every thread has been blocked. */
  private static final int GOES_ON = 8;

  private static final int PAUSE_IN = 16;

  private final JavaTarget target;
  private final List<String> threads;

  /** Counts the events of a round. */
  private AtomicLong counter;

  private volatile boolean draining;

  JavaArena(JavaTarget target, List<String> threads) {
    this.target = target;
    this.threads = threads;
  }

  @Override
  public List<Event> play(Round round) {
    counter = new AtomicLong(1);
    draining = false;
    target.reset();
    Journal main = new Journal(Round.MAIN, counter, MOST_RELEASES + 16);
    run(main, (journal, kernel) -> round.setUp(call -> journal.make(call, kernel)));
    List<Journal> journals = new ArrayList<>();
    AtomicLong waiting = new AtomicLong(threads.size());
    for (int t = 0; t < threads.size(); t++) {
      Journal journal = new Journal(threads.get(t), counter, round.callsEach());
      Random random = round.random(t);
      journals.add(journal);
      target.start(
          threads.get(t), "hunting", kernel -> work(round, journal, random, kernel, waiting));
    }
    target.quiesce();
    List<Long> marks = new ArrayList<>(List.of(counter.getAndIncrement()));
    drain(round, main, journals, marks);
    return events(main, journals, marks);
  }

  private interface Job {
    void run(Journal journal, Syscalls kernel);
  }

  private void run(Journal main, Job job) {
    target.start(Round.MAIN, "setting up", kernel -> job.run(main, kernel));
    target.quiesce();
  }

  @SuppressWarnings("ThreadPriorityCheck") // a yield makes for more interleavings, nothing else
  private void work(
      Round round, Journal journal, Random random, Syscalls kernel, AtomicLong waiting) {
    waiting.decrementAndGet();
    while (waiting.get() > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
    while (!journal.isFull() && !draining) {
      Call call = round.next(random);
      Reply reply = journal.make(call, kernel);
      round.returned(call, reply, random);
      if (random.nextInt(PAUSE_IN) == 0) {
        Thread.yield();
      }
    }
  }

  /**
   * Releases whoever is blocked, one call at a time, so that no thread stays behind. At first those
   * who are released go on with their calls.
   */
  private void drain(Round round, Journal main, List<Journal> journals, List<Long> marks) {
    int useless = 0;
    int releases = 0;
    while (!target.blocked().isEmpty() && useless < PATIENCE) {
      draining = releases++ >= GOES_ON;
      Set<String> before = Set.copyOf(target.blocked());
      Call blocked =
          journals.stream()
              .filter(journal -> before.contains(journal.thread()))
              .map(Journal::open)
              .findFirst()
              .orElseThrow();
      for (Call release : round.release(blocked)) {
        if (target.blocked().equals(before) && !main.isFull()) {
          run(main, (journal, kernel) -> journal.make(release, kernel));
          marks.add(counter.getAndIncrement());
        }
      }
      useless = target.blocked().equals(before) ? useless + 1 : 0;
    }
    if (!target.blocked().isEmpty()) {
      target.abandon();
    }
  }

  private List<Event> events(Journal main, List<Journal> journals, List<Long> marks) {
    Event[] events = new Event[(int) counter.get()];
    events[0] = new Event.Reset();
    main.copyTo(events);
    journals.forEach(journal -> journal.copyTo(events));
    marks.forEach(mark -> events[mark.intValue()] = new Event.Quiescent());
    return List.of(events);
  }
}
