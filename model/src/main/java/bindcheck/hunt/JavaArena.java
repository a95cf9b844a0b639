package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.target.JavaTarget;
import bindcheck.target.Syscalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Plays rounds on an implementation in Java; each thread records its own calls. */
final class JavaArena extends Arena {
  /** After how many releases those who are released make no further calls. */
  private static final int GOES_ON = 8;

  private static final int PAUSE_IN = 16;

  private final JavaTarget target;
  private final List<Journal> journals = new ArrayList<>();
  private final List<Long> quiescences = new ArrayList<>();

  /** Counts the events of a round. */
  private AtomicLong counter;

  private Journal main;
  private int releases;
  private volatile boolean draining;

  JavaArena(JavaTarget target, List<String> threads) {
    super(target, threads);
    this.target = target;
  }

  @Override
  List<Event> play(Round round) {
    counter = new AtomicLong(1);
    journals.clear();
    quiescences.clear();
    releases = 0;
    draining = false;
    target.reset();
    main = new Journal(Round.MAIN, counter, MOST_RELEASES + 16);
    onMain(kernel -> round.setUp(call -> main.make(call, kernel)));
    AtomicLong waiting = new AtomicLong(threads.size());
    for (int t = 0; t < threads.size(); t++) {
      Journal journal = new Journal(threads.get(t), counter, round.callsEach());
      Random random = round.random(t);
      journals.add(journal);
      target.start(
          threads.get(t), "hunting", kernel -> work(round, journal, random, kernel, waiting));
    }
    target.quiesce();
    quiescences.add(counter.getAndIncrement());
    drain(round);
    return events();
  }

  private void onMain(Consumer<Syscalls> job) {
    target.start(Round.MAIN, "setting up", job);
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

  @Override
  Map<String, Call> open() {
    Map<String, Call> open = new LinkedHashMap<>();
    journals.stream()
        .filter(journal -> target.blocked().contains(journal.thread()))
        .forEach(journal -> open.put(journal.thread(), journal.open()));
    return open;
  }

  /** At first those who are released go on with their calls. */
  @Override
  void release(Call call) {
    draining = releases++ >= GOES_ON;
    onMain(kernel -> main.make(call, kernel));
    quiescences.add(counter.getAndIncrement());
  }

  private List<Event> events() {
    Event[] events = new Event[(int) counter.get()];
    events[0] = new Event.Reset();
    main.copyTo(events);
    journals.forEach(journal -> journal.copyTo(events));
    quiescences.forEach(mark -> events[mark.intValue()] = new Event.Quiescent());
    return List.of(events);
  }
}
