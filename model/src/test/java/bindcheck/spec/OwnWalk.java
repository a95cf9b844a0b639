package bindcheck.spec;

import bindcheck.spec.tlc.Model;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The step graph of a model, walked by {@link Automaton} rather than by TLC: a second reading of
 * Machine.tla. A process of its own, since TLC loads one specification a Java machine; prints the
 * number of states and of transitions.
 */
public final class OwnWalk {
  private static final Pattern THREADS =
      Pattern.compile("(MainThreads|ReaderThreads) = \\{([^}]*)\\}");
  private static final String MAIN = "main";

  private final SpecModule module;
  private final Semantics semantics;
  private final Automaton automaton;
  private final Map<String, List<String>> actors = new HashMap<>();
  private final Map<Stimulus, Integer> begun = new HashMap<>();
  private final int initial;
  private long transitions;

  private OwnWalk(Model model) {
    Matcher threads = THREADS.matcher(model.configuration());
    List<String> all = new ArrayList<>();
    while (threads.find()) {
      List<String> named = new ArrayList<>();
      Pattern.compile("\"(\\w+)\"")
          .matcher(threads.group(2))
          .results()
          .forEach(name -> named.add(name.group(1)));
      actors.put(threads.group(1).equals("MainThreads") ? MAIN : "reader", named);
      all.addAll(named);
    }
    module = SpecModule.load(model.module());
    semantics = new Semantics(module, model.variant());
    automaton = new Automaton(semantics, all);
    initial = automaton.idle(prologue());
  }

  /** Walks the model named. */
  public static void main(String[] args) {
    Model model =
        Model.all().stream().filter(m -> m.name().equals(args[0])).findFirst().orElseThrow();
    OwnWalk walk = new OwnWalk(model);
    long states = walk.run();
    System.out.println(states + " states, " + walk.transitions + " transitions");
    System.exit(0);
  }

  private int prologue() {
    int kernel = semantics.emptyKernel();
    for (Value value : Terms.elements(module.evaluate("MCPrologue"))) {
      int call = begin(CallTerms.stimulus(value));
      while (!semantics.isDone(call)) {
        Semantics.Step step = semantics.steps(kernel, MAIN, call).get(0);
        kernel = step.kernel();
        call = step.call();
      }
    }
    return kernel;
  }

  private int begin(Stimulus stimulus) {
    return semantics.begin(stimulus.call(), stimulus.out());
  }

  private long run() {
    Set<Integer> reached = new HashSet<>(Set.of(initial));
    Deque<Integer> open = new ArrayDeque<>(reached);
    IntConsumer found =
        to -> {
          transitions++;
          if (reached.add(to)) {
            open.add(to);
          }
        };
    while (!open.isEmpty()) {
      int from = open.remove();
      invocations(from, found);
      automaton.moves(from).forEach(move -> found.accept(move.to()));
      returnsAndExpirations(from, found);
    }
    return reached.size();
  }

  private void invocations(int from, IntConsumer found) {
    Map<String, Value> calls = automaton.calls(from);
    Configuration c = automaton.configuration(from);
    Value alphabet = module.evaluate("MCAlphabet", automaton.kernel(from), Terms.record(calls));
    for (Value value : Terms.elements(alphabet)) {
      Stimulus stimulus = CallTerms.stimulus(value);
      int call = begun.computeIfAbsent(stimulus, this::begin);
      for (String actor : actors.get(stimulus.thread())) {
        if (!calls.containsKey(actor)) {
          found.accept(automaton.number(c.with(automaton.threads().indexOf(actor), call)));
        }
      }
    }
  }

  private void returnsAndExpirations(int from, IntConsumer found) {
    Configuration c = automaton.configuration(from);
    for (int t = 0; t < c.threads(); t++) {
      int call = c.call(t);
      if (semantics.isDone(call)) {
        found.accept(automaton.number(c.with(t, semantics.idle())));
      } else if (semantics.isExpirable(call)) {
        found.accept(automaton.number(c.with(t, semantics.expire(call))));
      }
    }
  }
}
