package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.HandleTable;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * The values of the handles of a plan while it runs. Each thread begins with what the set-up has
 * made, and uses no one else's handles beside its own.
 */
public final class Handles {
  private final Plan plan;
  private final HandleTable ofSetUp = new HandleTable();
  private final HandleTable[] ofThreads;

  /** The values that were given, by the set-up and by each thread. */
  private final List<List<Integer>> given = new ArrayList<>();

  /** No handle yet. */
  public Handles(Plan plan) {
    this.plan = plan;
    ofThreads = new HandleTable[plan.threads().size()];
    for (int t = 0; t <= ofThreads.length; t++) {
      given.add(new ArrayList<>());
    }
  }

  /**
   * Makes the calls of the set-up.
   *
   * @param make makes a call, and gives its reply; null where it blocks
   * @throws TargetException if one does not answer OK
   */
  public void setUp(Function<Call, Reply> make) {
    for (Line line : plan.setup()) {
      Reply reply = make.apply(ofSetUp.resolve(line.call()));
      if (reply == null || !reply.isOk()) {
        throw new TargetException(
            TargetException.Reason.NONSENSE,
            "the set-up: " + line.call() + (reply == null ? " blocks" : " answered " + reply));
      }
      keep(line, reply, ofSetUp, given.get(ofThreads.length));
    }
  }

  /** The calls that release whoever is blocked in a call of the plan, as far as calls can. */
  List<Call> draining() {
    List<Call> calls = new ArrayList<>();
    for (Line made : plan.setup()) {
      long handle = Integer.toUnsignedLong(made.name().map(ofSetUp::value).orElse(0));
      if (made.call().op() == Op.INTERRUPT_CREATE) {
        calls.add(Call.releasing(Op.INTERRUPT_WAIT, handle));
      } else if (made.call().op() == Op.PORT_CREATE) {
        plan.threads().keySet().forEach(t -> calls.add(Call.releasing(Op.PORT_WAIT, handle)));
      }
    }
    return calls;
  }

  /** Gives a thread the handles of the set-up, once that has been made. */
  public void begin(int thread) {
    ofThreads[thread] = new HandleTable(ofSetUp);
  }

  /** The call of a thread as it is to be made now. */
  public Call resolve(int thread, Line line) {
    return ofThreads[thread].resolve(line.call());
  }

  /** Keeps the handle that a call of a thread has made, if any. */
  public void keep(int thread, Line line, Reply reply) {
    keep(line, reply, ofThreads[thread], given.get(thread));
  }

  private static void keep(Line line, Reply reply, HandleTable table, List<Integer> given) {
    if (reply.output() instanceof Reply.Handle handle) {
      if (handle.raw() != 0) { // the invalid handle, which two calls may well give
        given.add(handle.raw());
      }
      line.name().ifPresent(name -> table.assign(name, reply));
    }
  }

  /** Whether two calls that made a handle gave the same value. */
  public boolean reused() {
    List<Integer> all = given.stream().flatMap(List::stream).toList();
    return new HashSet<>(all).size() < all.size();
  }
}
