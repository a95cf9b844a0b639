package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One run of a scenario. Its strands are on threads of their own, of which one runs at a time: the
 * one that has the baton. It goes on until it comes to a point, decides there who is next, and
 * hands the baton on.
 */
final class Execution {
  /** How often the wait of a strand may end for no reason, in one call. */
  static final int MOST_WAKES = 1;

  /** How often the time of its waits may pass, in one call. */
  static final int MOST_PASSES = 2;

  /** A longer execution is in a loop. */
  private static final int LONGEST = 20_000;

  /** How long one may take that does not come to a point. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Scenario scenario;
  private final Chooser chooser;
  private final Sites sites;
  private final Guards guards;
  private final List<Strand> strands = new ArrayList<>();
  private final IdentityHashMap<Object, Monitor> monitors = new IdentityHashMap<>();
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private final Heap heap = new Heap(this);
  private final List<Schedule.Step> schedule = new ArrayList<>();
  private final Thread caller = Thread.currentThread();
  private Chart chart;
  private Strand failed;
  private Throwable thrown;
  private boolean guardsChanged;
  private boolean tooLong;
  private boolean over;
  private int events;
  private int all;
  private long now = 1;
  private volatile boolean done;

  /**
   * Runs nothing yet.
   *
   * @param lanes one for each strand, at least
   */
  Execution(Scenario scenario, List<Lane> lanes, Chooser chooser, Sites sites, Guards guards) {
    this.scenario = scenario;
    this.chooser = chooser;
    this.sites = sites;
    this.guards = guards;
    for (int i = 0; i < scenario.names().size(); i++) {
      strands.add(new Strand(this, lanes.get(i), i));
      lanes.get(i).assign(strands.get(i));
    }
  }

  /** Keeps a chart of what is done. */
  Execution drawn(Chart on) {
    chart = on;
    return this;
  }

  /**
   * Runs it to its end.
   *
   * @throws TimeoutException if a strand does not come to a point for a minute; its lane is lost
   */
  void run() throws TimeoutException {
    strands.get(0).lane().hand();
    long start = System.nanoTime();
    while (!done) {
      LockSupport.parkNanos(this, PATIENCE_NANOS);
      if (!done && System.nanoTime() - start > PATIENCE_NANOS) {
        throw new TimeoutException("a thread is where no monitor is entered, for a minute");
      }
    }
  }

  /** What a strand does, from its beginning to its end. */
  void body(Strand strand) {
    if (strand.id() == 0) {
      scenario.setUp();
    } else {
      scenario.run(strand);
    }
  }

  void threw(Strand strand, Throwable what) {
    if (!over) {
      over = true;
      failed = strand;
      thrown = what;
    }
  }

  /** A strand has ended, and has the baton. */
  void leave(Strand strand) {
    if (strand.id() == 0 && !over) {
      tag(scenario.root(), strand);
    }
    tell(strand);
    events++; // An end is told from the event before it.
    Strand next = over ? null : next(strand);
    if (next == null) {
      next = unfinished();
    }
    if (next == null) {
      done = true;
      LockSupport.unpark(caller);
    } else {
      next.lane().hand();
    }
  }

  /** A strand that has begun and is to end because the execution has. */
  private Strand unfinished() {
    for (Strand each : strands) {
      if (each.place() != Strand.Place.BEGINNING && each.place() != Strand.Place.ENDED) {
        return each;
      }
    }
    return null;
  }

  /** A strand has come to where others may go on, if they can. */
  void tell(Strand strand) {
    if (!over) {
      strand
          .lane()
          .aside(
              () -> {
                scenario.stands(strand);
                return null;
              });
    }
  }

  /** A strand has come to a point. */
  void pause(Strand strand) {
    Strand next = next(strand);
    if (next != null && next != strand) {
      next.lane().hand();
      strand.lane().awaitBaton();
    }
    if (over) {
      throw new Abandoned();
    }
  }

  /** Who is next; null where it is over. */
  private Strand next(Strand from) {
    try {
      return from.lane().aside(() -> decide(from));
    } catch (RuntimeException | Error ours) {
      threw(from, ours);
      return null;
    }
  }

  private Strand decide(Strand from) {
    Strand first = strands.get(0);
    if (first.place() != Strand.Place.ENDED) {
      return first.canGo() ? happens(new Choice(Choice.Kind.GO, 0)) : end("the set-up blocks");
    }
    List<Choice> options = options(from);
    if (options.isEmpty()) {
      chooser.ended(this);
      return end();
    }
    Choice only = options.size() == 1 ? options.get(0) : null;
    boolean forced = only != null && !only.isOptional();
    Choice stays = from.canGo() ? new Choice(Choice.Kind.GO, from.id()) : null;
    Choice chosen = forced ? only : chooser.choose(this, options, stays);
    if (chosen == null || guardsChanged || over) {
      return end();
    }
    if (only == null && !chosen.equals(stays)) {
      decided(chosen);
    }
    return happens(chosen);
  }

  private Strand strand(Choice choice) {
    return strands.get(choice.strand());
  }

  private List<Choice> options(Strand from) {
    List<Choice> options = new ArrayList<>();
    if (from.canGo()) {
      options.add(new Choice(Choice.Kind.GO, from.id()));
    }
    for (Strand each : strands) {
      if (each != from && each.canGo()) {
        options.add(new Choice(Choice.Kind.GO, each.id()));
      }
    }
    for (Strand each : strands) {
      if (each.canPass(MOST_PASSES)) {
        options.add(new Choice(Choice.Kind.PASS, each.id()));
      }
    }
    for (Strand each : strands) {
      if (each.canWake(MOST_WAKES)) {
        options.add(new Choice(Choice.Kind.WAKE, each.id()));
      }
    }
    return options;
  }

  private Strand happens(Choice choice) {
    Strand strand = strand(choice);
    switch (choice.kind()) {
      case GO, NOTIFY -> strand.go();
      case WAKE -> {
        record(strand, () -> "wakes for no reason");
        strand.wakeForNothing();
        scenario.stands(strand);
        strand.go();
      }
      case PASS -> {
        record(strand, () -> "has waited long enough");
        now = Math.max(now, strand.pass());
      }
    }
    return strand;
  }

  private Strand end() {
    over = true;
    return null;
  }

  private Strand end(String failure) {
    fail(failure);
    return null;
  }

  /** Ends it, because of something that no strand has thrown. */
  void fail(String why) {
    threw(strands.get(0), new IllegalStateException(why));
  }

  /** The one of several that wait on a monitor that is notified. */
  Strand notified(Strand by, Monitor on) {
    List<Strand> waiting = on.waiting();
    if (waiting.size() == 1) {
      return waiting.get(0);
    }
    List<Choice> options =
        waiting.stream()
            .map(Strand::id)
            .sorted()
            .map(id -> new Choice(Choice.Kind.NOTIFY, id))
            .toList();
    Choice chosen = by.lane().aside(() -> chooser.choose(this, options, null));
    if (chosen == null) {
      end();
      throw new Abandoned();
    }
    decided(chosen);
    return strand(chosen);
  }

  private void decided(Choice choice) {
    schedule.add(new Schedule.Step(events, choice));
    events = 0;
  }

  /** Something has happened that may be a point. */
  void count() {
    events++;
    all++;
    if (all > LONGEST) {
      tooLong = true;
      over = true;
      throw new Abandoned();
    }
  }

  void guard(Strand by, Object owner, int site, boolean writes) {
    if (by.id() != 0) {
      List<Long> held = new ArrayList<>();
      by.held().forEach(monitor -> held.add(label(monitor.object())));
      guardsChanged |=
          guards.add(by, label(heap.origin(owner)), sites.field(site), site, writes, held);
    }
  }

  boolean isPoint(int site) {
    return chooser.isPoint(site, events);
  }

  boolean insists() {
    return chooser.insists(events);
  }

  boolean isDue(Strand strand) {
    return scenario.isDue(strand);
  }

  int events() {
    return events;
  }

  Monitor monitor(Object object, Strand by) {
    tag(object, by);
    return monitors.computeIfAbsent(object, Monitor::new);
  }

  void tag(Object object, Strand by) {
    if (!(object instanceof Class<?>)) {
      heap.tag(object, by);
    }
  }

  void came(Object object, Object from) {
    heap.came(object, from);
  }

  long label(Object object) {
    return heap.label(object);
  }

  long past(Strand strand) {
    return scenario.past(strand);
  }

  long now() {
    return now;
  }

  /** The time that it is so much later. */
  long later(long millis) {
    long most = (Long.MAX_VALUE - now) / Strand.NANOS_PER_MILLI;
    return now + Math.min(millis, most) * Strand.NANOS_PER_MILLI;
  }

  /** All that decides how it goes on, in a number. */
  long state() {
    Collection<Object> roots = new ArrayList<>();
    roots.add(scenario.root());
    long hash = now;
    for (Strand each : strands) {
      hash = Mix.of(hash, each.state(this));
      roots.addAll(each.seen());
    }
    return Mix.of(hash, heap.state(roots));
  }

  /** A class of objects that cannot be looked into, if there is one. */
  Optional<String> unseen() {
    return heap.unseen();
  }

  boolean isOver() {
    return over;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean hasChangedGuards() {
    return guardsChanged;
  }

  /** The strand that failed, or null. */
  Strand failed() {
    return failed;
  }

  /** What that threw. */
  Throwable thrown() {
    return thrown;
  }

  List<Strand> strands() {
    return strands;
  }

  Scenario scenario() {
    return scenario;
  }

  /** How it went, to be replayed. */
  Schedule schedule() {
    return new Schedule(schedule);
  }

  /** What a person calls an object. */
  String name(Object object) {
    return names.computeIfAbsent(
        object,
        first -> {
          Class<?> type = object instanceof Class<?> itself ? itself : object.getClass();
          int number = named.merge(type.getSimpleName(), 1, Integer::sum);
          return type.getSimpleName() + (object instanceof Class<?> ? "" : "#" + number);
        });
  }

  /** What a person calls what is used at a site. */
  String name(Object object, int site) {
    String field = sites.field(site);
    return name(object) + (field.isEmpty() ? "" : "." + field);
  }

  void record(Strand strand, Supplier<String> what) {
    if (chart != null) {
      chart.add(strand.id(), what.get());
    }
  }
}
