package bindcheck.history.judge;

import bindcheck.call.Call;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.spec.Automaton;
import bindcheck.spec.Inside;
import bindcheck.spec.Returning;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecException;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import bindcheck.suite.Scene;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A history that the specification itself makes: a random walk through all of its steps. */
final class RandomHistory {
  private static final int RETURN_IN = 3;
  private static final int MOVE_IN = 3;
  private static final int ALIKE = 2;

  private final Automaton automaton;
  private final SpecModule module;
  private final Scene scene;
  private final Predicate<Op> made;
  private final boolean alike;
  private final Random random;
  private final List<Event> events = new ArrayList<>();
  private final Map<Long, Long> values = new HashMap<>();
  private final Map<String, Integer> outOf = new HashMap<>();
  private int at;

  private RandomHistory(
      Automaton automaton, String scene, Predicate<Op> made, boolean alike, long seed) {
    this.made = made;
    this.alike = alike;
    this.automaton = automaton;
    this.module = automaton.semantics().module();
    this.scene = new Scene(module, scene);
    this.random = new Random(seed);
    this.at = automaton.idle(automaton.semantics().emptyKernel());
  }

  /** Walks until that many calls have been made; the first thread makes the set-up. */
  static List<Event> of(
      Semantics variant, List<String> threads, String scene, int calls, long seed) {
    return of(variant, threads, scene, op -> true, false, calls, seed);
  }

  /**
   * The same, but with calls of some kinds only, once interrupts are bound.
   *
   * @param alike whether many values are one and the same, so that packets cannot be told apart
   */
  static List<Event> of(
      Semantics variant,
      List<String> threads,
      String scene,
      Predicate<Op> made,
      boolean alike,
      int calls,
      long seed) {
    RandomHistory history =
        new RandomHistory(new Automaton(variant, threads), scene, made, alike, seed);
    history.setUp(threads.get(0));
    if (!made.test(Op.INTERRUPT_BIND)) {
      history.bind(threads.get(0));
    }
    int left = calls;
    while (left > 0 && history.step()) {
      if (history.events.get(history.events.size() - 1) instanceof Event.Called) {
        left--;
      }
    }
    history.end();
    return history.events;
  }

  private void setUp(String thread) {
    scene.setup().forEach(stimulus -> makeAlone(stimulus.by(thread)));
  }

  private void bind(String thread) {
    for (Value stimulus : stimuli(new TreeMap<>())) {
      Stimulus inside = Inside.stimulus(stimulus);
      if (inside.call().op() == Op.INTERRUPT_BIND) {
        makeAlone(inside.by(thread));
      }
    }
  }

  private void makeAlone(Stimulus stimulus) {
    make(stimulus);
    while (!Returning.isDone(automaton, at, stimulus.thread())) {
      move();
    }
    comeBack(stimulus.thread());
  }

  /** Something happens; false where nothing can. */
  private boolean step() {
    List<String> done = done();
    if (!done.isEmpty() && random.nextInt(RETURN_IN) == 0) {
      comeBack(done.get(random.nextInt(done.size())));
      return true;
    }
    if (random.nextInt(MOVE_IN) == 0 && move()) {
      return true;
    }
    List<Stimulus> possible = possible();
    if (!possible.isEmpty()) {
      make(possible.get(random.nextInt(possible.size())));
      return true;
    }
    if (!done.isEmpty()) {
      comeBack(done.get(0));
      return true;
    }
    return move();
  }

  private void end() {
    boolean quiescent = random.nextBoolean();
    while (quiescent && (move() || !done().isEmpty())) {
      done().forEach(this::comeBack);
    }
    done().stream().filter(this::madeHandle).forEach(this::comeBack);
    events.add(new Event.End(quiescent));
  }

  private List<String> done() {
    return automaton.threads().stream()
        .filter(thread -> Returning.isDone(automaton, at, thread))
        .toList();
  }

  private boolean move() {
    List<Automaton.Move> moves = automaton.moves(at);
    if (!moves.isEmpty()) {
      at = moves.get(random.nextInt(moves.size())).to();
    } else if (done().isEmpty()) {
      events.add(new Event.Quiescent());
    }
    return !moves.isEmpty();
  }

  private List<Stimulus> possible() {
    SortedMap<String, Value> calls = Inside.calls(automaton, at);
    calls.values().removeIf(call -> Terms.optionalField(call, "reply") != null);
    List<Stimulus> possible = new ArrayList<>();
    for (String thread : automaton.threads()) {
      if (automaton.isIdle(at, thread)) {
        for (Value stimulus : stimuli(calls)) {
          Stimulus inside = Inside.stimulus(stimulus);
          if (made.test(inside.call().op()) && !isBeingMade(stimulus, calls)) {
            possible.add(inside.by(thread));
          }
        }
      } else {
        Stimulus expire = Stimulus.expire(thread);
        if (!Returning.isDone(automaton, at, thread) && automaton.apply(at, expire) >= 0) {
          possible.add(expire);
        }
      }
    }
    return possible;
  }

  /** Whether a call in progress is to make a handle of the same number: the scene names few. */
  private boolean isBeingMade(Value stimulus, SortedMap<String, Value> calls) {
    Value out = Terms.optionalField(Terms.field(stimulus, "args"), "out");
    return out != null
        && (!done().isEmpty()
            || calls.values().stream()
                .map(call -> Terms.optionalField(Terms.field(call, "args"), "out"))
                .anyMatch(other -> other != null && other.equals(out)));
  }

  private List<Value> stimuli(SortedMap<String, Value> calls) {
    try {
      Value name = Terms.string(scene.name());
      Value open =
          module.evaluate("Scene", name, Inside.kernel(automaton, at), Terms.record(calls));
      return Terms.sorted(Terms.field(open, "stimuli"));
    } catch (SpecException onlyMeantForQuiescence) {
      return List.of();
    }
  }

  private void make(Stimulus stimulus) {
    at = automaton.apply(at, stimulus);
    events.add(
        stimulus.isExpire()
            ? new Event.Expired(stimulus.thread())
            : new Event.Called(stimulus.thread(), invocation(stimulus)));
  }

  private void comeBack(String thread) {
    Reply reply = Returning.reply(automaton, at, thread).mapValues(this::value);
    boolean made = madeHandle(thread);
    Reply told = made ? Reply.ok(new Reply.Handle(outOf.get(thread))) : reply;
    events.add(new Event.Returned(thread, told));
    at = Returning.returned(automaton, at, thread);
  }

  /**
   * Whether a call that is done has made a handle. It has its number for a value, which others may
   * use before the call returns; if it never did, nobody would know where they have it from.
   */
  private boolean madeHandle(String thread) {
    Call call = lastCall(thread);
    return call.op().returnsHandle()
        && !call.nullPointer()
        && Returning.reply(automaton, at, thread).isOk();
  }

  private Call lastCall(String thread) {
    Call last = null;
    for (Event event : events) {
      last = event instanceof Event.Called c && c.thread().equals(thread) ? c.call() : last;
    }
    return last;
  }

  private long value(long number) {
    return number == 0
        ? 0
        : values.computeIfAbsent(number, n -> alike ? random.nextInt(ALIKE) : random.nextLong());
  }

  private Call invocation(Stimulus stimulus) {
    Call numbered = stimulus.call();
    long[] raw = new long[numbered.parameters().size()];
    for (int i = 0; i < raw.length; i++) {
      boolean isValue =
          EnumSet.of(Kind.U64, Kind.I64).contains(numbered.parameters().get(i).kind());
      raw[i] = isValue ? value(numbered.argument(i)) : numbered.argument(i);
    }
    if (numbered.op().returnsHandle()) {
      outOf.put(stimulus.thread(), stimulus.out());
    }
    return Call.of(numbered.op(), numbered.nullPointer(), raw);
  }

  /** The same history with one reply changed. */
  static List<Event> changed(List<Event> events, Random random) {
    List<Integer> returns =
        IntStream.range(0, events.size())
            .filter(i -> events.get(i) instanceof Event.Returned)
            .boxed()
            .collect(Collectors.toList());
    int index = returns.get(random.nextInt(returns.size()));
    Event.Returned returned = (Event.Returned) events.get(index);
    List<Event> changed = new ArrayList<>(events);
    changed.set(index, new Event.Returned(returned.thread(), other(returned.reply(), random)));
    return changed;
  }

  private static Reply other(Reply reply, Random random) {
    if (reply.output() instanceof PortPacket packet) {
      return random.nextBoolean()
          ? Reply.interruptPacket(packet.key(), packet.value() + 1)
          : Reply.userPacket(packet.key(), packet.value());
    }
    if (reply.output() instanceof Reply.Timestamp timestamp) {
      return Reply.ok(new Reply.Timestamp(timestamp.value() + 1));
    }
    int[] statuses = {0, -11, -20, -23, -25};
    return reply.output() instanceof Reply.Handle
        ? Reply.of(statuses[1 + random.nextInt(statuses.length - 1)])
        : Reply.of(statuses[random.nextInt(statuses.length)]);
  }
}
