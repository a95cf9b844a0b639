package bindcheck.target;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;

/**
 * Runs plans on any target: each thread's next call is begun as soon as the reply of its last one
 * is seen. Slower than threads that make their calls by themselves, and less likely to have them
 * meet.
 */
public final class TargetRunner implements Runner {
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
    Handles handles = new Handles(plan);
    handles.setUp(this::onMain);
    Map<String, Progress> threads = new LinkedHashMap<>();
    plan.threads()
        .forEach((name, calls) -> threads.put(name, new Progress(calls, handles, threads.size())));
    List<String> order = new ArrayList<>(threads.keySet());
    while (!order.isEmpty()) {
      begin(order.remove(random.nextInt(order.size())), threads);
      letDeadlinePass(threads);
    }
    do {
      settle(threads);
    } while (expire(threads));
    List<List<Reply>> replies =
        threads.values().stream().map(progress -> List.copyOf(progress.replies)).toList();
    Ends ends = new Ends(replies, handles.reused());
    drain(handles);
    return ends;
  }

  /** Makes a call to its end; null where it blocks. */
  private Reply onMain(Call call) {
    target.start(Line.MAIN, call);
    return target.quiesce().get(Line.MAIN);
  }

  private void begin(String thread, Map<String, Progress> threads) {
    Progress progress = threads.get(thread);
    if (progress.replies.size() < progress.calls.size()) {
      progress.open = true;
      target.start(thread, progress.handles.resolve(progress.number, progress.next()));
    }
  }

  /** Goes on until each thread has made all its calls or is blocked. */
  private void settle(Map<String, Progress> threads) {
    SortedMap<String, Reply> seen;
    do {
      letDeadlinePass(threads);
      seen = target.poll();
      if (seen.isEmpty()) {
        seen = target.quiesce();
      }
      seen.forEach(
          (thread, reply) -> {
            threads.get(thread).returned(reply);
            begin(thread, threads);
          });
    } while (!seen.isEmpty());
  }

  /** At times, lets the finite deadline of a call in progress pass, blocked or not. */
  private void letDeadlinePass(Map<String, Progress> threads) {
    if (!target.expiresAtAnyTime() || random.nextBoolean()) {
      return;
    }
    List<String> waiting =
        threads.keySet().stream().filter(thread -> threads.get(thread).isTimed()).toList();
    if (!waiting.isEmpty()) {
      target.expire(waiting.get(random.nextInt(waiting.size())));
    }
  }

  /** Lets a finite deadline pass that is waited for; says whether there was one. */
  private boolean expire(Map<String, Progress> threads) {
    for (String thread : target.blocked()) {
      if (threads.get(thread).next().call().hasFiniteDeadline()) {
        target.expire(thread);
        return true;
      }
    }
    return false;
  }

  private void drain(Handles handles) {
    if (!target.blocked().isEmpty()) {
      handles.draining().stream()
          .filter(call -> target.support().calls().contains(call.op()))
          .forEach(this::onMain);
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
    final List<Line> calls;
    final Handles handles;
    final int number;
    final List<Reply> replies = new ArrayList<>();
    boolean open;

    Progress(List<Line> calls, Handles handles, int number) {
      this.calls = calls;
      this.handles = handles;
      this.number = number;
      handles.begin(number);
    }

    /** The call in progress, or the next one. */
    Line next() {
      return calls.get(replies.size());
    }

    /** Whether a call is in progress that has a finite deadline. */
    boolean isTimed() {
      return open && next().call().hasFiniteDeadline();
    }

    void returned(Reply reply) {
      open = false;
      handles.keep(number, next(), reply);
      replies.add(reply);
    }
  }
}
