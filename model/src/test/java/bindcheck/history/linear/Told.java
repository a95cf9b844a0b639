package bindcheck.history.linear;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.model.Member;
import bindcheck.history.model.Moves;
import bindcheck.history.model.Operation;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A history told event by event, with two ports and an interrupt that is bound to the first; the
 * calls of the thread M take effect at once, those of others when they return.
 */
final class Told {
  static final int PORT = 0x11;
  static final int OTHER_PORT = 0x12;
  static final int INTERRUPT = 0x13;
  static final long BOUND_KEY = 700;
  private static final int VIRTUAL = 0x10;

  static final List<String> THREADS = List.of("M", "A", "B", "C", "D", "E", "F", "G");
  private static final Semantics VARIANT =
      new Semantics(SpecModule.load("Evaluation"), "reference");
  private static final Reply OK = Reply.of(Status.OK);

  final Moves moves = new Moves(VARIANT);
  private final SectionBuilder builder = new SectionBuilder(THREADS);
  private final List<Event> events = new ArrayList<>();
  private final Map<Long, String> effects = new HashMap<>();
  private long now;

  Told() {
    does(Call.of(Op.PORT_CREATE, 1), Reply.ok(new Reply.Handle(PORT)));
    does(Call.of(Op.PORT_CREATE, 1), Reply.ok(new Reply.Handle(OTHER_PORT)));
    creates(INTERRUPT);
    does(Call.of(Op.INTERRUPT_BIND, INTERRUPT, PORT, BOUND_KEY, 0), OK);
  }

  private Told add(Event event) {
    events.add(event);
    builder.add(event);
    return this;
  }

  private void does(Call call, Reply reply) {
    calls("M", call).add(new Event.Returned("M", reply));
  }

  Told calls(String thread, Call call) {
    return add(new Event.Called(thread, call));
  }

  Told returns(String thread, Reply reply) {
    return add(new Event.Returned(thread, reply));
  }

  /** M queues a packet of which key and payload are the same. */
  Told queues(int port, long key) {
    does(Call.of(Op.PORT_QUEUE, port, key, key), OK);
    return this;
  }

  /** M triggers the interrupt that is bound. */
  Told triggers(long timestamp) {
    return triggers(INTERRUPT, timestamp);
  }

  Told triggers(int interrupt, long timestamp) {
    does(Call.of(Op.INTERRUPT_TRIGGER, interrupt, 0, timestamp), OK);
    return this;
  }

  /** M creates an interrupt that is bound to nothing. */
  Told creates(int interrupt) {
    does(Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL), Reply.ok(new Reply.Handle(interrupt)));
    return this;
  }

  Told acks() {
    does(Call.of(Op.INTERRUPT_ACK, INTERRUPT), OK);
    return this;
  }

  Told reads(String thread, int port) {
    return calls(thread, Call.of(Op.PORT_WAIT, port, Deadline.INFINITE.raw()));
  }

  Told readsInTime(String thread, int port) {
    return calls(thread, Call.of(Op.PORT_WAIT, port, Deadline.FINITE.raw()));
  }

  Told expires(String thread) {
    return add(new Event.Expired(thread));
  }

  Told waits(String thread, int interrupt) {
    return calls(thread, Call.of(Op.INTERRUPT_WAIT, interrupt));
  }

  Told waited(String thread, long timestamp) {
    return returns(thread, Reply.ok(new Reply.Timestamp(timestamp)));
  }

  /** A reader returns with a packet of {@link #queues}. */
  Told shows(String thread, long key) {
    return returns(thread, Reply.userPacket(key, key));
  }

  Told showsTrigger(String thread, long timestamp) {
    return returns(thread, Reply.interruptPacket(BOUND_KEY, timestamp));
  }

  /** The thread's call takes effect before the next event, long before it returns. */
  Told takes(String thread) {
    effects.put((long) events.size(), thread);
    return this;
  }

  Told resets() {
    return add(new Event.Reset());
  }

  Told quiesces() {
    return add(new Event.Quiescent());
  }

  /** What has been told so far has happened. */
  Told now() {
    now = events.size();
    return this;
  }

  /** The number of the next event. */
  long at() {
    return now;
  }

  long next() {
    return events.size();
  }

  Section section() {
    return builder.cut(true);
  }

  /** The state now. */
  Member member(Section section) {
    Member member = moves.fresh(THREADS.size(), Policies.ALL_OPEN);
    for (long i = 0; i < now; i++) {
      member = effects.containsKey(i) ? done(member, THREADS.indexOf(effects.get(i))) : member;
      Operation call = section.item(i).call();
      Event event = section.item(i).event();
      if (event instanceof Event.Called) {
        member = moves.begin(member, call);
        member = call.thread == 0 ? done(member, 0) : member;
      } else if (event instanceof Event.Returned) {
        member = done(member, call.thread).with(call.thread, Member.IDLE, null);
      }
    }
    return member;
  }

  private Member done(Member member, int thread) {
    Member to = member;
    while (to.isPending(thread)) {
      to = moves.next(to, thread).get(0).to();
    }
    return to;
  }
}
