package bindcheck.history.judge;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.Section;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A history told event by event, in sections; what a call of M does it does at once. */
final class Recorded {
  static final List<String> THREADS = List.of("M", "A", "B", "C", "D");
  static final int PORT = 0x11;
  static final int INTERRUPT = 0x12;
  static final Reply OK = Reply.of(Status.OK);
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final int VIRTUAL = 0x10;

  private final List<Section> sections = new ArrayList<>();
  private final SectionBuilder builder = new SectionBuilder(THREADS);
  private long events;

  static Semantics variant(String name) {
    return new Semantics(MODULE, name);
  }

  /** A judge that may look at as many states as it likes. */
  static SectionJudge judge(String variant) {
    Budget budget = new Budget(1_000_000, Duration.ofDays(1));
    return new SectionJudge(variant(variant), THREADS, true, budget);
  }

  Recorded add(Event event) {
    builder.add(event);
    events++;
    return this;
  }

  Recorded calls(String thread, Op op, long... arguments) {
    return add(new Event.Called(thread, Call.of(op, arguments)));
  }

  Recorded returns(String thread, Reply reply) {
    return add(new Event.Returned(thread, reply));
  }

  Recorded returns(String thread, Status status) {
    return returns(thread, Reply.of(status));
  }

  Recorded does(Reply reply, Op op, long... arguments) {
    return calls("M", op, arguments).returns("M", reply);
  }

  /** A fresh kernel, and a section of its own. */
  Recorded resets() {
    if (builder.size() > 0) {
      sections.add(builder.cut(true));
    }
    return add(new Event.Reset());
  }

  Recorded quiesces() {
    return add(new Event.Quiescent());
  }

  Recorded createsPort() {
    return does(Reply.ok(new Reply.Handle(PORT)), Op.PORT_CREATE, 1);
  }

  Recorded createsInterrupt() {
    return does(Reply.ok(new Reply.Handle(INTERRUPT)), Op.INTERRUPT_CREATE, 0, 0, VIRTUAL);
  }

  Recorded binds() {
    return createsPort().createsInterrupt().does(OK, Op.INTERRUPT_BIND, INTERRUPT, PORT, 7, 0);
  }

  Recorded reads(String thread) {
    return calls(thread, Op.PORT_WAIT, PORT, Deadline.INFINITE.raw());
  }

  Recorded queues(String thread, long key) {
    return calls(thread, Op.PORT_QUEUE, PORT, key, key);
  }

  Recorded shows(String thread, long key) {
    return returns(thread, Reply.userPacket(key, key));
  }

  /** A section ends here, and its kernel goes on. */
  Recorded cut() {
    sections.add(builder.cut(false));
    return this;
  }

  /** The number of the last event. */
  long last() {
    return events - 1;
  }

  /** The sections, of which the last ends here. */
  List<Section> sections() {
    List<Section> all = new ArrayList<>(sections);
    all.add(builder.cut(true));
    return all;
  }

  /** The only section. */
  Section section() {
    return sections().get(0);
  }

  /** What is rejected of it, which something is. */
  Rejection rejection(String variant) {
    SectionJudge judge = judge(variant);
    sections().forEach(judge::accept);
    return judge.rejections().get(0);
  }
}
