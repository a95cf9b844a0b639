package bindcheck.litmus.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One thread of an execution, as the scheduler sees it: where it stands, what it holds, and what it
 * has seen since its current call began. What it does next follows from that and from the objects
 * that it has seen, and from nothing else.
 */
final class Strand {
  static final long NANOS_PER_MILLI = 1_000_000;

  /** Where a strand is while another one runs. */
  enum Place {
    BEGINNING,
    ENTERING,
    WAITING,
    ACCESSING,
    RESTING,
    RUNNING,
    ENDED
  }

  private static final int CALL_SHIFT = 20;
  private static final int STRAND_SHIFT = 40;

  private final Execution execution;
  private final Lane lane;
  private final int id;
  private final List<Monitor> held = new ArrayList<>();
  private final List<Object> seen = new ArrayList<>();
  private Place place = Place.BEGINNING;
  private Monitor monitor;
  private int depth;
  private long until;
  private boolean timed;
  private boolean fresh;
  private boolean interrupted;
  private boolean broken;
  private int wakes;
  private int passes;
  private int call;
  private int made;
  private int events;
  private long history;

  Strand(Execution execution, Lane lane, int id) {
    this.execution = execution;
    this.lane = lane;
    this.id = id;
  }

  int id() {
    return id;
  }

  Lane lane() {
    return lane;
  }

  Place place() {
    return place;
  }

  /** How its execution has gone so far. */
  Schedule schedule() {
    return execution.schedule();
  }

  /** How much it has done. */
  int events() {
    return events;
  }

  /** Where it is to enter, or waits. */
  Monitor monitor() {
    return monitor;
  }

  /** The monitors that it holds, the first entered first. */
  List<Monitor> held() {
    return held;
  }

  /** The objects that it has seen in its current call. */
  List<Object> seen() {
    return seen;
  }

  /** Begins a call: what it saw before is of no more use to it. */
  void begin(int newCall) {
    call = newCall;
    made = 0;
    forget();
  }

  /** What it saw before is of no more use to it. */
  void forget() {
    history = 0;
    wakes = 0;
    passes = 0;
    seen.clear();
  }

  /** Puts into the chart what it does. */
  void record(Supplier<String> what) {
    execution.record(this, what);
  }

  /** Runs the whole of it, on its lane. */
  void run() {
    place = Place.RUNNING;
    try {
      execution.body(this);
    } catch (Abandoned over) {
      // It ends here.
    } catch (Throwable thrown) {
      execution.threw(this, thrown);
    }
    place = Place.ENDED;
    execution.leave(this);
  }

  /** A name for the next object that it makes, which no other object has. */
  long nextLabel() {
    made++;
    return ((long) id << STRAND_SHIFT) | ((long) call << CALL_SHIFT) | made;
  }

  /** Waits until {@link Scenario#isDue} and until it is chosen. */
  void rest() {
    event(0);
    pause(Place.RESTING);
    fresh = true;
  }

  void enter(Object object) {
    Monitor entered = execution.monitor(object, this);
    event(1);
    if (entered.owner() == this) {
      entered.deepen();
      return;
    }
    monitor = entered;
    depth = 1;
    pause(Place.ENTERING);
    record(() -> "enters " + execution.name(object));
  }

  void exit(Object object) {
    Monitor left = execution.monitor(object, this);
    if (execution.isOver()) {
      return;
    }
    requireOwner(left);
    note(2);
    left.leave();
  }

  boolean holds(Object object) {
    return execution.monitor(object, this).owner() == this;
  }

  void await(Object object, long millis) throws InterruptedException {
    Monitor on = execution.monitor(object, this);
    event(3);
    requireOwner(on);
    if (interrupted) {
      interrupted = false;
      throw new InterruptedException();
    }
    record(() -> "waits on " + execution.name(object));
    monitor = on;
    depth = on.free();
    timed = millis > 0;
    until = timed ? execution.later(millis) : 0;
    on.waiting().add(this);
    pause(Place.WAITING);
    timed = false;
    note(broken ? 5 : 4);
    record(() -> "is back in " + execution.name(object));
    if (broken) {
      broken = false;
      interrupted = false;
      throw new InterruptedException();
    }
  }

  void signal(Object object) {
    Monitor on = execution.monitor(object, this);
    event(6);
    requireOwner(on);
    record(() -> "notifies one of " + on.waiting().size());
    if (!on.waiting().isEmpty()) {
      execution.notified(this, on).wake();
    }
  }

  void signalAll(Object object) {
    Monitor on = execution.monitor(object, this);
    event(7);
    requireOwner(on);
    record(() -> "notifies all " + on.waiting().size());
    List.copyOf(on.waiting()).forEach(Strand::wake);
  }

  private void requireOwner(Monitor of) {
    if (of.owner() != this) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  /** Ends its wait: from now on it is to enter the monitor again. */
  private void wake() {
    monitor.waiting().remove(this);
    place = Place.ENTERING;
  }

  void interrupt() {
    interrupted = true;
    if (place == Place.WAITING) {
      broken = true;
      wake();
    }
  }

  boolean isInterrupted() {
    return interrupted;
  }

  boolean clearInterrupted() {
    boolean was = interrupted;
    interrupted = false;
    note(was ? 8 : 9);
    return was;
  }

  long nanoTime() {
    saw(execution.now());
    return execution.now();
  }

  void access(Object owner, int site, boolean writes) {
    event(10 + site);
    if (owner == null) {
      return; // The access itself is about to throw.
    }
    if (!Form.of(owner.getClass()).isValue()) {
      meet(owner);
    }
    execution.guard(this, owner, site, writes);
    if (execution.isPoint(site)) {
      pause(Place.ACCESSING);
      record(() -> (writes ? "writes " : "reads ") + execution.name(owner, site));
    }
  }

  void came(Object object, Object from) {
    execution.came(object, from);
  }

  void saw(long value) {
    note(Mix.of(11, value));
  }

  void saw(Object object) {
    if (object == null) {
      note(12);
      return;
    }
    Form form = Form.of(object.getClass());
    note(form.isValue() ? form.value(object, execution) : meet(object));
  }

  /** The place of an object among those that it has seen. */
  private int meet(Object object) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i) == object) {
        return i;
      }
    }
    execution.tag(object, this);
    seen.add(object);
    return seen.size() - 1;
  }

  private void event(int what) {
    if (execution.isOver()) {
      throw new Abandoned();
    }
    execution.count();
    events++;
    note(what);
  }

  private void note(long what) {
    history = Mix.of(history, what);
  }

  /** Comes to a point, and goes on from there when it is chosen. */
  private void pause(Place at) {
    place = at;
    execution.tell(this);
    if (fresh && canGo()) {
      fresh = false;
      if (!execution.insists()) {
        go();
        return;
      }
    }
    fresh = false;
    execution.pause(this);
  }

  /** Whether it can go on as soon as it is chosen. */
  boolean canGo() {
    return switch (place) {
      case ACCESSING -> true;
      case ENTERING -> monitor.owner() == null;
      case BEGINNING, RESTING -> execution.isDue(this);
      case WAITING, RUNNING, ENDED -> false;
    };
  }

  /** Whether its wait may end by itself. */
  boolean canWake(int most) {
    return place == Place.WAITING && monitor.owner() == null && wakes < most;
  }

  /** Whether the time of its wait may pass. */
  boolean canPass(int most) {
    return place == Place.WAITING && timed && monitor.owner() == null && passes < most;
  }

  /** Goes on from where it stands. */
  void go() {
    fresh = place == Place.BEGINNING;
    if (place == Place.ENTERING) {
      monitor.take(this, depth);
    }
    place = Place.RUNNING;
  }

  /** Its wait ends for no reason; it can go on. */
  void wakeForNothing() {
    wakes++;
    wake();
  }

  /** The time of its wait passes; gives the time that it is then. */
  long pass() {
    passes++;
    wake();
    go();
    return until;
  }

  /** Where it stands and what it knows, in a number. */
  long state(Execution of) {
    long state = Mix.of(Mix.of(place.name()), of.past(this));
    state = Mix.of(state, history);
    state = Mix.of(state, ((long) call << STRAND_SHIFT) + ((long) wakes << CALL_SHIFT) + passes);
    state = Mix.of(state, (interrupted ? 1 : 0) + (broken ? 2 : 0) + (timed ? 4 + 8 * until : 0));
    if (place == Place.ENTERING || place == Place.WAITING) {
      state = Mix.of(state, of.label(monitor.object()));
      state = Mix.of(state, depth);
    }
    for (Monitor each : held) {
      state = Mix.of(state, of.label(each.object()));
      state = Mix.of(state, each.depth());
    }
    for (Object each : seen) {
      state = Mix.of(state, of.label(each));
    }
    return Mix.of(state, made);
  }
}
