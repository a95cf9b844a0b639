package bindcheck.litmus.monitor;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.script.Line;
import bindcheck.target.Dispatch;
import bindcheck.target.Handles;
import bindcheck.target.Plan;
import bindcheck.target.Syscalls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A litmus program on a fresh kernel. After the strand that makes the set-up there is one for each
 * thread, and then one for each thread that waits with a finite deadline, which lets it pass.
 */
final class LitmusScenario implements Scenario {
  /** How often the deadline of a call has passed. */
  private static final class Expired {
    private int call = -1;
    private int waits;
    private int events;

    private void begin(int ofCall, Strand strand) {
      waits = ofCall == call ? waits : 0;
      waits += strand.place() == Strand.Place.WAITING ? 1 : 0;
      call = ofCall;
      events = strand.events();
    }

    /** It need not pass again for a thread that has done nothing since, or that ignores it. */
    private boolean isFirst(int ofCall, Strand strand) {
      return ofCall != call || (waits < ENOUGH && events != strand.events());
    }
  }

  /** Who has not returned when its deadline has passed so often in a wait does not mind it. */
  private static final int ENOUGH = 2;

  private final Program program;
  private final Supplier<? extends Syscalls> factory;
  private final Handles handles;
  private final List<List<Line>> calls;
  private final List<Integer> deadlines = new ArrayList<>();
  private final List<List<Reply>> replies = new ArrayList<>();
  private final List<Reply> ofSetUp = new ArrayList<>();
  private final Call[] making;
  private final boolean[] inside;
  private final Expired[] expired;
  private final Lane[] lanes;
  private final long[] past;
  private Syscalls kernel;

  LitmusScenario(Program program, Supplier<? extends Syscalls> factory) {
    this.program = program;
    this.factory = factory;
    Plan plan = program.plan();
    this.handles = new Handles(plan);
    this.calls = List.copyOf(plan.threads().values());
    this.inside = new boolean[calls.size()];
    this.expired = new Expired[calls.size()];
    this.lanes = new Lane[calls.size()];
    this.past = new long[calls.size()];
    this.making = new Call[calls.size() + 1];
    for (int t = 0; t < calls.size(); t++) {
      replies.add(new ArrayList<>());
      expired[t] = new Expired();
      if (calls.get(t).stream().anyMatch(line -> line.call().hasFiniteDeadline())) {
        deadlines.add(t);
      }
    }
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(Line.MAIN));
    List<String> threads = List.copyOf(program.threads().keySet());
    names.addAll(threads);
    deadlines.forEach(t -> names.add("deadline of " + threads.get(t)));
    return names;
  }

  @Override
  public void setUp() {
    kernel = factory.get();
    handles.setUp(
        call -> {
          ofSetUp.add(make(0, call));
          return ofSetUp.get(ofSetUp.size() - 1);
        });
  }

  @Override
  public void run(Strand strand) {
    int number = strand.id() - 1;
    if (number < calls.size()) {
      makeCalls(number, strand);
    } else {
      passDeadlines(deadlines.get(number - calls.size()), strand);
    }
  }

  private void makeCalls(int thread, Strand strand) {
    lanes[thread] = strand.lane();
    handles.begin(thread);
    for (Line line : calls.get(thread)) {
      strand.begin(replies.get(thread).size());
      strand.record(() -> line.statement().toString());
      inside[thread] = true;
      Reply reply = make(thread + 1, handles.resolve(thread, line));
      inside[thread] = false;
      handles.keep(thread, line, reply);
      replies.get(thread).add(reply);
      past[thread] = Mix.of(past[thread], past(reply));
      strand.record(() -> "gets " + reply);
    }
    strand.begin(calls.get(thread).size());
  }

  private Reply make(int strand, Call call) {
    making[strand] = call;
    return Dispatch.make(call, kernel);
  }

  /** The call that a strand which makes calls is making or has made last; null before its first. */
  Call making(Strand strand) {
    return making[strand.id()];
  }

  /** The replies that such a strand has got, in their order. */
  List<Reply> replies(Strand strand) {
    return strand.id() == 0 ? ofSetUp : replies.get(strand.id() - 1);
  }

  /** Which strand a strand makes calls for, or lets deadlines pass: itself, or another. */
  int subject(Strand strand) {
    int number = strand.id() - 1;
    return number < calls.size() ? strand.id() : deadlines.get(number - calls.size()) + 1;
  }

  private void passDeadlines(int thread, Strand strand) {
    while (isAhead(thread)) {
      strand.forget();
      strand.rest();
      strand.record(() -> "passes");
      expired[thread].begin(replies.get(thread).size(), lanes[thread].strand());
      kernel.expire(lanes[thread]);
    }
  }

  /** Whether a thread has a call left whose deadline may yet pass. */
  private boolean isAhead(int thread) {
    return calls.get(thread).stream()
        .skip(replies.get(thread).size())
        .anyMatch(line -> line.call().hasFiniteDeadline());
  }

  @Override
  public boolean isDue(Strand strand) {
    int number = strand.id() - 1;
    return number < calls.size() || mayPass(deadlines.get(number - calls.size()));
  }

  private boolean mayPass(int thread) {
    int made = replies.get(thread).size();
    return inside[thread]
        && calls.get(thread).get(made).call().hasFiniteDeadline()
        && expired[thread].isFirst(made, lanes[thread].strand());
  }

  @Override
  public Object root() {
    return kernel;
  }

  @Override
  public long past(Strand strand) {
    int number = strand.id() - 1;
    if (number >= calls.size()) {
      int thread = deadlines.get(number - calls.size());
      return Mix.of(mayPass(thread) ? 1 : 0, expired[thread].waits);
    }
    return number < 0 ? 0 : past[number];
  }

  private static long past(Reply reply) {
    long handle = reply.output() instanceof Reply.Handle made ? made.raw() : 0;
    return Mix.of(handle, Mix.of(reply.toString()));
  }

  /** What a strand is in the middle of, for a person. */
  String doing(Strand strand) {
    int thread = strand.id() - 1;
    if (thread < 0 || thread >= calls.size()) {
      return names().get(strand.id());
    }
    int made = replies.get(thread).size();
    return names().get(strand.id())
        + (made < calls.get(thread).size() ? ": " + calls.get(thread).get(made).statement() : "");
  }

  /** How its threads have ended. */
  Outcome outcome() {
    return program.outcome(replies.stream().map(List::copyOf).toList());
  }

  boolean reused() {
    return handles.reused();
  }
}
