package bindcheck.litmus.lincheck;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import bindcheck.target.Diagnosis;
import bindcheck.target.Dispatch;
import bindcheck.target.Handles;
import bindcheck.target.Plan;
import bindcheck.target.Syscalls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * What the threads of a run are to call, and what they got. Lincheck is told to ignore this class:
 * nothing in here is a point at which it switches threads, and nothing is undone when it puts back
 * the memory after a run. That is so because no object that Lincheck knows leads here: all is
 * static. One thread at a time is in here, for Lincheck runs one at a time.
 */
final class Recorder {
  private static final String LINCHECK = "org.jetbrains.";

  private static Supplier<? extends Syscalls> factory;
  private static Plan plan;
  private static List<List<Line>> calls;
  private static Handles handles;
  private static List<List<Reply>> replies;
  private static String failure;
  private static boolean noClock;

  private Recorder() {}

  /** Tells which plan the next runs are of, and what gives a fresh kernel. */
  static void expect(Plan of, Supplier<? extends Syscalls> fresh) {
    plan = of;
    factory = fresh;
    calls = List.copyOf(of.threads().values());
  }

  /** Begins a run: makes a kernel and the set-up; null where that throws. */
  static Syscalls setUp() {
    handles = new Handles(plan);
    replies = new ArrayList<>();
    failure = null;
    noClock = false;
    try {
      Syscalls kernel = factory.get();
      handles.setUp(call -> Dispatch.make(call, kernel));
      for (int t = 0; t < calls.size(); t++) {
        handles.begin(t);
        replies.add(new ArrayList<>());
      }
      // Lincheck prepares classes where it sees objects made, and it has not seen these.
      LincheckInstrumentation.INSTANCE.ensureObjectIsTransformed(kernel);
      return kernel;
    } catch (RuntimeException | Error thrown) {
      failure = Diagnosis.describe(thrown);
      return null;
    }
  }

  /** The next call of a thread, or null after the last. */
  static Call next(int thread) {
    Line line = planned(thread);
    return line == null ? null : handles.resolve(thread, line);
  }

  private static Line planned(int thread) {
    int made = replies.get(thread).size();
    return made < calls.get(thread).size() ? calls.get(thread).get(made) : null;
  }

  /** Whether that call waits with a deadline that has yet to pass. */
  static boolean hasFiniteDeadline(int thread) {
    return planned(thread).call().hasFiniteDeadline();
  }

  /** The call has returned. */
  static void returned(int thread, Reply reply) {
    handles.keep(thread, planned(thread), reply);
    replies.get(thread).add(reply);
  }

  /** A call threw; false if that is how Lincheck ends a thread that cannot go on. */
  static boolean threw(int thread, Throwable thrown) {
    if (thrown.getClass().getName().startsWith(LINCHECK)) {
      return false;
    }
    if (failure == null) {
      String name = List.copyOf(plan.threads().keySet()).get(thread);
      failure = name + ": " + next(thread) + " threw " + Diagnosis.describe(thrown);
    }
    return true;
  }

  /** The implementation cannot let a deadline pass when it is told to. */
  static void hasNoClock() {
    noClock = true;
  }

  /** Whether the threads of the last run had a kernel with the set-up. */
  static boolean hasBegun() {
    return !replies.isEmpty();
  }

  /** What was thrown in the last run, for a person, or null. */
  static String failure() {
    return failure;
  }

  /** Whether the last run asked for a deadline to pass, and could not have it. */
  static boolean lacksClock() {
    return noClock;
  }

  /** Whether a call is left, in the last run, whose deadline has yet to pass. */
  static boolean isUnfinished() {
    for (int t = 0; t < calls.size(); t++) {
      Line left = planned(t);
      if (left != null && left.call().hasFiniteDeadline()) {
        return true;
      }
    }
    return false;
  }

  /** What the calls of each thread gave in the last run, as far as they have returned. */
  static List<List<Reply>> replies() {
    return replies;
  }

  /** Whether two calls that made a handle gave the same value in the last run. */
  static boolean reused() {
    return handles.reused();
  }
}
