package bindcheck.spec;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The operators of the specification for one variant, evaluated and remembered: kernels, calls in
 * progress and sets of ids are numbers, equal where the terms are. Nothing here knows what a call
 * does.
 */
public final class Semantics {
  /** What one step leads to; {@code by} numbers the requirements and alternatives it rests on. */
  public record Step(int kernel, int call, int by) {}

  private record StepKey(int kernel, String thread, int call) {
    @Override
    public int hashCode() {
      return Spread.of(Spread.of(kernel, call), thread.hashCode());
    }
  }

  private record CollectKey(int kernel, Set<Integer> held) {}

  private static final String AT = "at";
  private static final String ARGUMENTS = "args";

  private final SpecModule module;
  private final Variant variant;
  private final Value record;
  private final Policies policies;
  private final Interner<Value> kernels = new Interner<>();
  private final Interner<Value> calls = new Interner<>();
  private final Interner<Set<String>> tags = new Interner<>();
  private final Map<Numbers, Integer> unions = new HashMap<>();
  private final Map<StepKey, List<Step>> steps = new HashMap<>();
  private final Map<CollectKey, Integer> collected = new HashMap<>();
  private final Map<Integer, Set<Integer>> held = new HashMap<>();
  private CallSteps callSteps;

  /** Evaluates the variant of that name. */
  public Semantics(SpecModule module, String variant) {
    this(module, new Variants(module).of(variant));
  }

  /** Evaluates a variant. */
  public Semantics(SpecModule module, Variant variant) {
    this.module = module;
    this.variant = variant;
    this.record = variant.toRecord();
    this.policies = new Policies(new Glossary(module), variant, tags);
    tags.number(Set.of());
    call(Terms.record(Map.of(AT, Terms.string("idle"))));
  }

  /** Each kernel by its name. */
  public static SortedMap<String, Semantics> kernels(SpecModule module) {
    SortedMap<String, Semantics> kernels = new TreeMap<>();
    new Variants(module).kernels().forEach(name -> kernels.put(name, new Semantics(module, name)));
    return kernels;
  }

  public SpecModule module() {
    return module;
  }

  public Variant variant() {
    return variant;
  }

  public Policies policies() {
    return policies;
  }

  /** The steps of calls up to renaming: what one history has shown of them, the next finds. */
  public CallSteps callSteps() {
    if (callSteps == null) {
      callSteps = new CallSteps(this);
    }
    return callSteps;
  }

  /** The number of the call that a thread without a call has. */
  public int idle() {
    return 0;
  }

  /** The number of the empty set of ids. */
  public int noTags() {
    return 0;
  }

  int kernel(Value kernel) {
    return kernels.number(kernel);
  }

  Value kernel(int kernel) {
    return kernels.value(kernel);
  }

  int call(Value call) {
    return calls.number(call);
  }

  Value call(int call) {
    return calls.value(call);
  }

  public Set<String> tags(int by) {
    return tags.value(by);
  }

  public int union(int by, int more) {
    if (by == more || more == noTags()) {
      return by;
    }
    return by == noTags()
        ? more
        : unions.computeIfAbsent(new Numbers(by, more), both -> unite(by, more));
  }

  private int unite(int by, int more) {
    Set<String> both = new TreeSet<>(tags.value(by));
    both.addAll(tags.value(more));
    return tags.number(Collections.unmodifiableSet(both));
  }

  /** The kernel after these calls, each made by one thread when the one before has returned. */
  public int after(List<Stimulus> calls) {
    List<Value> records = calls.stream().map(CallTerms::record).toList();
    return kernel(evaluate("RunAll", record, evaluate("EmptyKernel"), Terms.tuple(records)));
  }

  public int emptyKernel() {
    return kernel(evaluate("EmptyKernel"));
  }

  /** The call as it is made, its arguments in the specification's numbers. */
  public int begin(Call call, int out) {
    return call(
        evaluate("Begin", Terms.string(call.op().scriptName()), CallTerms.arguments(call, out)));
  }

  /** The call in progress with the handles and values of another, in numbers. */
  int withNumbers(int call, Call numbers, int out) {
    Value old = call(call);
    Value arguments = CallTerms.withNumbers(Terms.field(old, ARGUMENTS), numbers, out);
    return call(Terms.with(old, ARGUMENTS, arguments));
  }

  /** What a call in progress may do next in this kernel; empty where it is blocked or done. */
  public List<Step> steps(int kernel, String thread, int call) {
    StepKey key = new StepKey(kernel, thread, call);
    List<Step> known = steps.get(key);
    if (known == null) {
      known = evaluateSteps(kernel, thread, call);
      steps.put(key, known);
    }
    return known;
  }

  private List<Step> evaluateSteps(int kernel, String thread, int call) {
    Value caller = Terms.string(thread);
    Value results =
        module.recall("Steps", record, kernels.value(kernel), caller, calls.value(call));
    List<Step> found = new ArrayList<>();
    for (Value result : sorted(Terms.elements(results))) {
      found.add(
          new Step(
              kernel(Terms.field(result, "kernel")),
              call(Terms.field(result, "call")),
              tags.number(Terms.texts(Terms.field(result, "by")))));
    }
    return List.copyOf(found);
  }

  /** The same order in every run. What is short to print is compared first. */
  private static List<Value> sorted(List<Value> results) {
    return results.size() < 2
        ? results
        : results.stream()
            .sorted(
                Comparator.comparing((Value result) -> Terms.print(Terms.field(result, "by")))
                    .thenComparing(result -> Terms.print(Terms.field(result, "call")))
                    .thenComparing(result -> Terms.print(Terms.field(result, "kernel"))))
            .toList();
  }

  /** The kernel without the objects, and what is kept of them, that no call can tell any more. */
  public int collect(int kernel, int[] callsInProgress) {
    if (collect(new CollectKey(kernel, Set.of())) == kernel) {
      return kernel;
    }
    Set<Integer> all = new TreeSet<>();
    for (int call : callsInProgress) {
      all.addAll(held(call));
    }
    return collect(new CollectKey(kernel, all));
  }

  private int collect(CollectKey key) {
    Integer known = collected.get(key);
    if (known == null) {
      List<Value> objects = key.held().stream().map(Terms::number).toList();
      Value held = Terms.set(objects);
      known = kernel(module.recall("Collect", record, kernels.value(key.kernel()), held));
      collected.put(key, known);
    }
    return known;
  }

  private Set<Integer> held(int call) {
    return held.computeIfAbsent(
        call,
        c ->
            c == idle()
                ? Set.of()
                : new TreeSet<>(
                    Terms.elements(evaluate("Held", call(c))).stream()
                        .map(Terms::integer)
                        .toList()));
  }

  public boolean isDone(int call) {
    return Terms.optionalField(call(call), "reply") != null;
  }

  /** The reply of a call that is done, in the specification's numbers. */
  public Reply reply(int call) {
    return CallTerms.reply(Terms.field(call(call), "reply"));
  }

  public boolean isExpirable(int call) {
    return call != idle() && Terms.isTrue(evaluate("Expirable", call(call)));
  }

  /** The call once its deadline has passed. */
  public int expire(int call) {
    return call(evaluate("Expire", call(call)));
  }

  Value evaluate(String operator, Value... arguments) {
    return module.evaluate(operator, arguments);
  }
}
