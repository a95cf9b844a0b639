package bindcheck.target;

import bindcheck.call.Reply;
import java.util.HashSet;
import java.util.Set;

/**
 * The values of the handles of a plan while it runs. The set-up fills its places; each thread has a
 * copy of them beside its own, and uses no one else's.
 */
public final class Handles {
  private final Plan plan;
  private final int[] ofSetUp;
  private final int[][] ofThreads;

  /** No handle yet. */
  public Handles(Plan plan) {
    this.plan = plan;
    ofSetUp = new int[plan.places()];
    ofThreads = new int[plan.threads().size()][plan.places()];
  }

  /**
   * Makes the calls of the set-up.
   *
   * @throws TargetException if one does not answer OK
   */
  public void setUp(Syscalls kernel) {
    for (PlannedCall call : plan.setup()) {
      Reply reply = call.with(ofSetUp).on(kernel);
      if (!reply.isOk()) {
        throw new TargetException(
            TargetException.Reason.NONSENSE, "the set-up: " + call + " answered " + reply);
      }
      keep(call, reply, ofSetUp);
    }
  }

  /** Releases whoever is blocked, as far as calls can. */
  void drain(Syscalls kernel) {
    plan.draining().forEach(call -> call.with(ofSetUp).on(kernel));
  }

  /** Gives a thread the handles of the set-up, once that has been made. */
  public void begin(int thread) {
    System.arraycopy(ofSetUp, 0, ofThreads[thread], 0, plan.setUpPlaces());
  }

  /** A call of a thread as it is to be made now. */
  public Invocation of(int thread, PlannedCall call) {
    return call.with(ofThreads[thread]);
  }

  /** Keeps the handle that a call of a thread has made, if any. */
  public void keep(int thread, PlannedCall call, Reply reply) {
    keep(call, reply, ofThreads[thread]);
  }

  private static void keep(PlannedCall call, Reply reply, int[] values) {
    if (call.out() != PlannedCall.NOWHERE && reply.output() instanceof Reply.Handle handle) {
      values[call.out()] = handle.raw();
    }
  }

  /** Whether two calls that made a handle gave the same value. */
  public boolean reused() {
    Set<Integer> values = new HashSet<>();
    for (int place = 0; place < plan.setUpPlaces(); place++) {
      if (isAgain(ofSetUp[place], values)) {
        return true;
      }
    }
    for (int[] own : ofThreads) {
      for (int place = plan.setUpPlaces(); place < plan.places(); place++) {
        if (isAgain(own[place], values)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAgain(int value, Set<Integer> values) {
    return value != 0 && !values.add(value);
  }
}
