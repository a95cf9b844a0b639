package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.target.JavaTarget;
import bindcheck.target.Syscalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Plays rounds on an implementation in Java; each thread records its own calls. */
final class JavaArena extends RecordingArena {
  /** After how many releases those who are released make no further calls. */
  private static final int GOES_ON = 8;

  private static final int PAUSE_IN = 16;
  private static final int CALLS_OF_MAIN = MOST_RELEASES + 128;
  private static final String CLOCK = "the clock";

  /** Makes what a thread writes its calls down in. */
  interface Stationer {
    Journal journal(String thread, AtomicLong counter, int most);
  }

  private final JavaTarget target;
  private final Stationer stationer;
  private final List<Journal> journals = new ArrayList<>();
  private final Map<Long, Event> others = new HashMap<>();

  /** Counts the events of a round. */
  private AtomicLong counter;

  private Journal main;
  private int releases;
  private volatile boolean draining;

  JavaArena(JavaTarget target, List<String> threads) {
    this(target, threads, Journal::new);
  }

  JavaArena(JavaTarget target, List<String> threads, Stationer stationer) {
    super(target, threads);
    this.target = target;
    this.stationer = stationer;
  }

  @Override
  public int usualRound() {
    return ROUND_OF_SHORT_CALLS;
  }

  @Override
  public List<Event> play(Round round) {
    counter = new AtomicLong(1);
    journals.clear();
    others.clear();
    releases = 0;
    draining = false;
    target.reset();
    main = stationer.journal(Round.MAIN, counter, CALLS_OF_MAIN);
    onMain(kernel -> round.setUp(call -> main.make(call, kernel)));
    AtomicLong waiting = new AtomicLong(threads.size());
    for (int t = 0; t < threads.size(); t++) {
      Journal journal = stationer.journal(threads.get(t), counter, round.callsEach());
      Random random = round.random(t);
      journals.add(journal);
      target.start(
          threads.get(t), "hunting", kernel -> work(round, journal, random, kernel, waiting));
    }
    if (round.hasDeadlines()) {
      Random random = round.random(threads.size());
      Clock clock = new Clock(List.copyOf(journals), random);
      target.start(CLOCK, CLOCK, clock::run);
    }
    quiesce();
    end(round);
    return events();
  }

  private void quiesce() {
    target.quiesce();
    others.put(counter.getAndIncrement(), new Event.Quiescent());
  }

  private void onMain(Consumer<Syscalls> job) {
    target.start(Round.MAIN, "setting up", job);
    target.quiesce();
  }

  @SuppressWarnings("ThreadPriorityCheck") // a yield makes for more interleavings, nothing else
  private void work(
      Round round, Journal journal, Random random, Syscalls kernel, AtomicLong waiting) {
    journal.begin();
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

  @Override
  void look(Call call) {
    onMain(kernel -> main.make(call, kernel));
    others.put(counter.getAndIncrement(), new Event.Quiescent());
  }

  /** At first those who are released go on with their calls. */
  @Override
  void release(Call call) {
    draining = releases++ >= GOES_ON;
    look(call);
  }

  @Override
  void expire(String thread) {
    draining = releases++ >= GOES_ON;
    others.put(counter.getAndIncrement(), new Event.Expired(thread));
    target.expire(thread);
    quiesce();
  }

  private List<Event> events() {
    Event[] events = new Event[(int) counter.get()];
    events[0] = new Event.Reset();
    main.copyTo(events);
    journals.forEach(journal -> journal.copyTo(events));
    others.forEach((number, event) -> events[number.intValue()] = event);
    return List.of(events);
  }
}
