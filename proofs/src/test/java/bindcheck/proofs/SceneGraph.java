package bindcheck.proofs;

import bindcheck.spec.SpecException;
import bindcheck.spec.SpecModule;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All states of a scene in which two threads make its calls, and all steps from them: a call
 * begins, goes on, or loses its time.
 */
final class SceneGraph {
  private static final String MAIN = Sample.THREADS.get(0);
  private static final String READER = Sample.THREADS.get(1);

  private record State(Value kernel, SortedMap<String, Value> calls) {
    State with(String thread, Value call) {
      SortedMap<String, Value> changed = new TreeMap<>(calls);
      changed.put(thread, call);
      return new State(kernel, Collections.unmodifiableSortedMap(changed));
    }
  }

  private final SpecModule module = SpecModule.load("Evaluation");
  private final Value variant;
  private final Value scene;
  private final Set<State> states = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();
  private final Set<Sample> samples = new LinkedHashSet<>();

  /** Walks all of it. */
  SceneGraph(String variant, String scene) {
    this.variant = Terms.field(module.evaluate("Variants"), variant);
    this.scene = Terms.string(scene);
    Value setup = Terms.field(module.evaluate("Unopened", this.scene), "setup");
    Value kernel = module.evaluate("RunAll", this.variant, module.evaluate("EmptyKernel"), setup);
    reach(new State(kernel, Collections.emptySortedMap()));
    while (!open.isEmpty()) {
      follow(open.pop());
    }
  }

  int states() {
    return states.size();
  }

  /** Each call in progress in each state. */
  Collection<Sample> samples() {
    return samples;
  }

  private void reach(State state) {
    if (states.add(state)) {
      open.add(state);
    }
  }

  private void follow(State from) {
    for (Value stimulus : stimuli(from)) {
      String thread = Terms.text(Terms.field(stimulus, "thread")).equals(MAIN) ? MAIN : READER;
      if (!from.calls().containsKey(thread)) {
        Value arguments = Terms.field(stimulus, "args");
        reach(from.with(thread, module.evaluate("Begin", Terms.field(stimulus, "op"), arguments)));
      }
    }
    from.calls().forEach((thread, call) -> follow(from, thread, call));
  }

  private void follow(State from, String thread, Value call) {
    if (Terms.isTrue(module.evaluate("Expirable", call))) {
      reach(from.with(thread, module.evaluate("Expire", call)));
    }
    Value by = Terms.string(thread);
    List<Value> results =
        List.copyOf(Terms.elements(module.evaluate("Steps", variant, from.kernel(), by, call)));
    samples.add(new Sample(variant, from.kernel(), by, call, results));
    results.forEach(result -> reach(after(from, thread, result)));
  }

  private State after(State from, String thread, Value result) {
    SortedMap<String, Value> calls = new TreeMap<>(from.calls());
    Value next = Terms.field(result, "call");
    if (Terms.optionalField(next, "reply") == null) {
      calls.put(thread, next);
    } else {
      calls.remove(thread);
    }
    return new State(
        module.evaluate("Collect", variant, Terms.field(result, "kernel"), held(calls.values())),
        Collections.unmodifiableSortedMap(calls));
  }

  private Value held(Collection<Value> calls) {
    return Terms.set(
        calls.stream()
            .flatMap(call -> Terms.elements(module.evaluate("Held", call)).stream())
            .distinct()
            .toList());
  }

  private Collection<Value> stimuli(State state) {
    try {
      Value calls = Terms.record(state.calls());
      return Terms.elements(
          Terms.field(module.evaluate("Scene", scene, state.kernel(), calls), "stimuli"));
    } catch (SpecException onlyMeantForQuiescence) {
      return List.of();
    }
  }
}
