package bindcheck.spec;

import bindcheck.call.Reply;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The specification as an automaton over a fixed set of threads, built as it is walked.
 * Configurations are numbers; a quiescent one has only idle and blocked calls.
 */
public final class Automaton {
  private final Semantics semantics;
  private final List<String> threads;
  private final Interner<Configuration> configurations = new Interner<>();
  private final Map<Integer, List<Quiescence>> settled = new HashMap<>();
  private final Map<Stimulus, Integer> begun = new HashMap<>();
  private final Map<Integer, List<Quiescence>> settledForms = new HashMap<>();
  private final ValueForms values;

  public Automaton(Semantics semantics, List<String> threads) {
    this.semantics = semantics;
    this.threads = List.copyOf(threads);
    this.values = new ValueForms(semantics);
  }

  public Semantics semantics() {
    return semantics;
  }

  public List<String> threads() {
    return threads;
  }

  /** The configuration in which every thread is idle and every policy open. */
  public int idle(int kernel) {
    return number(new Configuration(kernel, new int[threads.size()], 0));
  }

  /** The configuration in which every thread is idle, in a kernel without any object. */
  public int empty() {
    return idle(semantics.emptyKernel());
  }

  public int number(Configuration configuration) {
    return configurations.number(configuration);
  }

  public Configuration configuration(int number) {
    return configurations.value(number);
  }

  /** The kernel of a configuration. */
  Value kernel(int number) {
    return semantics.kernel(configuration(number).kernel);
  }

  /** What is in the kernel of a configuration. */
  public KernelView view(int number) {
    return KernelView.of(kernel(number));
  }

  /** The calls in progress of a configuration, by thread. */
  SortedMap<String, Value> calls(int number) {
    Configuration c = configuration(number);
    SortedMap<String, Value> calls = new TreeMap<>();
    for (int t = 0; t < threads.size(); t++) {
      if (c.call(t) != semantics.idle()) {
        calls.put(threads.get(t), semantics.call(c.call(t)));
      }
    }
    return calls;
  }

  /** The number of a thread's call, {@link Semantics#idle} without one: equal for equal calls. */
  public int call(int number, String thread) {
    return configuration(number).call(threads.indexOf(thread));
  }

  /**
   * What the thread asked for in its call in progress: equal for equal calls with equal arguments.
   */
  public String asked(int number, String thread) {
    Value call = semantics.call(call(number, thread));
    return Terms.text(Terms.field(call, "op")) + Terms.print(Terms.field(call, "args"));
  }

  /** Whether a handle of that number can be used. */
  public boolean isLive(int number, int handle) {
    return Terms.hasKey(Terms.field(kernel(number), "handles"), Terms.number(handle));
  }

  /** The numbers that stand for values in a configuration; the reader's to leave alone. */
  public BitSet values(int number) {
    return values.live(configuration(number).kernel);
  }

  /** The threads that have a call in progress. */
  public List<String> busyThreads(int number) {
    Configuration c = configuration(number);
    List<String> busy = new ArrayList<>();
    for (int t = 0; t < threads.size(); t++) {
      if (c.call(t) != semantics.idle()) {
        busy.add(threads.get(t));
      }
    }
    return busy;
  }

  public boolean isIdle(int number, String thread) {
    return call(number, thread) == semantics.idle();
  }

  /** The number of the policies that are open in a configuration. */
  public int policies(int number) {
    return configuration(number).policies;
  }

  /** The same configuration with other policies open. */
  public int withPolicies(int number, int policies) {
    Configuration c = configuration(number);
    return number(new Configuration(c.kernel, c.calls(), policies));
  }

  /** The number that another automaton's configuration has here, with every policy open. */
  public int adopt(Automaton other, int number) {
    Configuration c = other.configuration(number);
    int[] calls = new int[threads.size()];
    for (int t = 0; t < calls.length; t++) {
      calls[t] = semantics.call(other.semantics.call(c.call(t)));
    }
    return number(new Configuration(semantics.kernel(other.semantics.kernel(c.kernel)), calls, 0));
  }

  /**
   * The configuration once the stimulus is made by its thread: a call begins, or a deadline passes.
   *
   * @return -1 where that cannot be: the thread has a call in progress, or no finite deadline
   */
  public int apply(int number, Stimulus stimulus) {
    int thread = threads.indexOf(stimulus.thread());
    Configuration c = configuration(number);
    int call = c.call(thread);
    if (stimulus.isExpire()) {
      return semantics.isExpirable(call) ? number(c.with(thread, semantics.expire(call))) : -1;
    }
    if (call != semantics.idle()) {
      return -1;
    }
    return number(
        c.with(
            thread,
            begun.computeIfAbsent(
                stimulus.by(""), begin -> semantics.begin(begin.call(), begin.out()))));
  }

  /** Every way in which the calls in progress may come to rest, by any order of their steps. */
  public List<Quiescence> settle(int number) {
    List<Quiescence> known = settled.get(number);
    if (known == null) {
      known = settle(values.of(configuration(number)));
      settled.put(number, known);
    }
    return known;
  }

  /** As the form comes to rest, with the values that it has been given. */
  private List<Quiescence> settle(ValueForms.Form form) {
    int start = number(form.configuration());
    List<Quiescence> known = settledForms.get(start);
    if (known == null) {
      known = search(start);
      settledForms.put(start, known);
    }
    List<Quiescence> outcomes = new ArrayList<>();
    for (Quiescence outcome : known) {
      SortedMap<String, Reply> replies = new TreeMap<>(outcome.replies());
      replies.replaceAll((thread, reply) -> reply.mapValues(form::value));
      int rest = number(values.from(form, configuration(outcome.configuration())));
      outcomes.add(new Quiescence(rest, Collections.unmodifiableSortedMap(replies), outcome.by()));
    }
    return List.copyOf(outcomes);
  }

  private List<Quiescence> search(int start) {
    Map<Integer, Integer> reached = new LinkedHashMap<>(); // configuration -> ids on its first path
    Deque<Integer> open = new ArrayDeque<>();
    reached.put(start, semantics.noTags());
    open.add(start);
    List<Quiescence> outcomes = new ArrayList<>();
    while (!open.isEmpty()) {
      int number = open.remove();
      int by = reached.get(number);
      List<Move> moves = moves(number);
      if (moves.isEmpty()) {
        outcomes.add(atRest(number, by));
      }
      for (Move move : moves) {
        if (!reached.containsKey(move.to())) {
          reached.put(move.to(), semantics.union(by, move.by()));
          open.add(move.to());
        }
      }
    }
    return List.copyOf(outcomes);
  }

  /** The reply of the thread's call if that is done, else null. */
  public Reply reply(int number, String thread) {
    int call = configuration(number).call(threads.indexOf(thread));
    return call != semantics.idle() && semantics.isDone(call) ? semantics.reply(call) : null;
  }

  /** The configuration once the thread has seen the reply of its call, which is done. */
  public int returned(int number, String thread) {
    Configuration idle = configuration(number).with(threads.indexOf(thread), semantics.idle());
    return number(
        new Configuration(
            semantics.collect(idle.kernel, idle.calls()), idle.calls(), idle.policies));
  }

  /** One step of one thread. */
  public record Move(String thread, int to, int by) {}

  /** The steps that the threads may take, but for the return of calls that are done. */
  public List<Move> moves(int number) {
    Configuration c = configuration(number);
    List<Move> moves = new ArrayList<>();
    for (int t = 0; t < threads.size(); t++) {
      if (c.call(t) != semantics.idle()) {
        for (Semantics.Step step : semantics.steps(c.kernel, threads.get(t), c.call(t))) {
          addMove(c, t, step, moves);
        }
      }
    }
    return moves;
  }

  private void addMove(Configuration c, int thread, Semantics.Step step, List<Move> moves) {
    int policies = semantics.policies().narrow(c.policies, step.by());
    if (policies != Policies.CONTRADICTION) {
      int[] calls = c.calls();
      calls[thread] = step.call();
      int kernel = semantics.collect(step.kernel(), calls);
      moves.add(
          new Move(
              threads.get(thread), number(new Configuration(kernel, calls, policies)), step.by()));
    }
  }

  private Quiescence atRest(int number, int by) {
    Configuration c = configuration(number);
    int[] calls = c.calls();
    SortedMap<String, Reply> replies = new TreeMap<>();
    for (int t = 0; t < calls.length; t++) {
      if (semantics.isDone(calls[t])) {
        replies.put(threads.get(t), semantics.reply(calls[t]));
        calls[t] = semantics.idle();
      }
    }
    int kernel = semantics.collect(c.kernel, calls);
    int rest = number(new Configuration(kernel, calls, c.policies));
    return new Quiescence(rest, Collections.unmodifiableSortedMap(replies), by);
  }

  /** The configuration with its threads renamed: thread i becomes thread order[i]. */
  int permute(int number, int[] order) {
    Configuration c = configuration(number);
    int[] calls = new int[order.length];
    for (int t = 0; t < order.length; t++) {
      calls[order[t]] = c.call(t);
    }
    int kernel = Arrays.equals(order, identity(order.length)) ? c.kernel : renamed(c.kernel, order);
    return number(new Configuration(kernel, calls, c.policies));
  }

  private int renamed(int kernel, int[] order) {
    Value renamed =
        Terms.rebuild(
            semantics.kernel(kernel),
            leaf -> {
              int thread = Terms.isString(leaf) ? threads.indexOf(Terms.text(leaf)) : -1;
              return thread < 0 ? leaf : Terms.string(threads.get(order[thread]));
            });
    return semantics.kernel(renamed);
  }

  private static int[] identity(int length) {
    int[] order = new int[length];
    Arrays.setAll(order, i -> i);
    return order;
  }
}
