package bindcheck.target;

import bindcheck.call.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs plans on any target: each thread's next call is begun as soon as the reply of its last one
 * is seen. Slower than threads that make their calls by themselves, and less likely to have them
 * meet.
 */
public final class TargetRunner implements Runner {
  private static final String MAIN = "main";

  private final Target target;
  private final SplittableRandom random = new SplittableRandom();

  /** Runs on that target, and closes it in the end. */
  public TargetRunner(Target target) {
    this.target = target;
  }

  @Override
  public boolean isExact() {
    return target.isExact();
  }

  @Override
  public Ends run(Plan plan) {
    try {
      return play(plan);
    } catch (TargetException | UnsupportedOperationException failed) {
      target.abandon(); // The next plan begins with nothing in progress.
      throw failed;
    }
  }

  private Ends play(Plan plan) {
    target.reset();
    Set<Integer> values = new HashSet<>();
    int[] first = new int[plan.places()];
    for (PlannedCall call : plan.setup()) {
      setUp(call, first, values);
    }
    Map<String, Progress> threads = new LinkedHashMap<>();
    plan.threads().forEach((name, calls) -> threads.put(name, new Progress(calls, first.clone())));
    List<String> order = new ArrayList<>(threads.keySet());
    while (!order.isEmpty()) {
      begin(order.remove(random.nextInt(order.size())), threads);
    }
    do {
      settle(threads, values);
    } while (expire(threads));
    SortedMap<String, List<Reply>> replies = new TreeMap<>();
    threads.forEach((name, progress) -> replies.put(name, List.copyOf(progress.replies)));
    Ends ends = new Ends(replies, new TreeSet<>(target.blocked()), values.contains(0));
    drain(plan, first);
    return ends;
  }

  private void setUp(PlannedCall call, int[] handles, Set<Integer> values) {
    Reply reply = onMain(call, handles);
    if (reply == null || !reply.isOk()) {
      throw new TargetException(
          TargetException.Reason.NONSENSE,
          "the set-up: " + call + (reply == null ? " blocks" : " answered " + reply));
    }
    keep(call, reply, handles, values);
  }

  private Reply onMain(PlannedCall call, int[] handles) {
    target.start(MAIN, call.with(handles));
    return target.quiesce().get(MAIN);
  }

  /** Keeps a new handle; a value given before is noted as a 0 among the values. */
  private static void keep(PlannedCall call, Reply reply, int[] handles, Set<Integer> values) {
    if (call.out() != PlannedCall.NOWHERE && reply.output() instanceof Reply.Handle handle) {
      handles[call.out()] = handle.raw();
      values.add(values.contains(handle.raw()) ? Integer.valueOf(0) : handle.raw());
    }
  }

  private void begin(String thread, Map<String, Progress> threads) {
    Progress progress = threads.get(thread);
    if (progress.replies.size() < progress.calls.size()) {
      target.start(thread, progress.next().with(progress.handles));
    }
  }

  /** Goes on until each thread has made all its calls or is blocked. */
  private void settle(Map<String, Progress> threads, Set<Integer> values) {
    SortedMap<String, Reply> seen;
    do {
      seen = target.poll();
      if (seen.isEmpty()) {
        seen = target.quiesce();
      }
      for (Map.Entry<String, Reply> entry : seen.entrySet()) {
        Progress progress = threads.get(entry.getKey());
        keep(progress.next(), entry.getValue(), progress.handles, values);
        progress.replies.add(entry.getValue());
        begin(entry.getKey(), threads);
      }
    } while (!seen.isEmpty());
  }

  /** Lets a finite deadline pass that is waited for; says whether there was one. */
  private boolean expire(Map<String, Progress> threads) {
    for (String thread : target.blocked()) {
      if (threads.get(thread).next().hasFiniteDeadline()) {
        target.expire(thread);
        return true;
      }
    }
    return false;
  }

  private void drain(Plan plan, int[] handles) {
    if (!target.blocked().isEmpty()) {
      plan.draining().stream()
          .filter(call -> target.support().calls().contains(call.op()))
          .forEach(call -> onMain(call, handles));
    }
    if (!target.blocked().isEmpty()) {
      target.abandon();
    }
  }

  @Override
  public void close() {
    target.close();
  }

  /** Where one thread is. */
  private static final class Progress {
    final List<PlannedCall> calls;
    final int[] handles;
    final List<Reply> replies = new ArrayList<>();

    Progress(List<PlannedCall> calls, int[] handles) {
      this.calls = calls;
      this.handles = handles;
    }

    /** The call in progress, or the next one. */
    PlannedCall next() {
      return calls.get(replies.size());
    }
  }
}
