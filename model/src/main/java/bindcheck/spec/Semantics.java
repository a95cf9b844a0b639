package bindcheck.spec;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tlc2.value.impl.Value;

/**
 * The operators of the specification for one variant, evaluated by TLC and remembered: kernels,
 * calls in progress and sets of ids are numbers, equal where the terms are. Nothing here knows what
 * a call does.
 */
public final class Semantics {
  /** What one step leads to; {@code by} numbers the requirements and alternatives it rests on. */
  public record Step(int kernel, int call, int by) {}

  private record StepKey(int kernel, String thread, int call) {}

  private record CollectKey(int kernel, Set<Integer> held) {}

  private static final String AT = "at";

  private final SpecModule module;
  private final Value variant;
  private final Policies policies;
  private final Interner<Value> kernels = new Interner<>();
  private final Interner<Value> calls = new Interner<>();
  private final Interner<Set<String>> tags = new Interner<>();
  private final Map<StepKey, List<Step>> steps = new HashMap<>();
  private final Map<CollectKey, Integer> collected = new HashMap<>();
  private final Map<Integer, Set<Integer>> held = new HashMap<>();
  private long evaluations;

  /** Evaluates the variant of that name, one of {@link #variantNames}. */
  public Semantics(SpecModule module, String variantName) {
    this(module, variant(module, variantName));
  }

  /** Evaluates a variant: a record that gives each choice its alternatives. */
  public Semantics(SpecModule module, Value variant) {
    this.module = module;
    this.variant = variant;
    this.policies = new Policies(module.evaluate("Choice"), variant, tags);
    tags.number(Set.of());
    calls.number(Terms.record(Map.of(AT, Terms.string("idle"))));
  }

  /** What any variant may do: every other is what is left of it; see {@link Policies#of}. */
  public static Semantics every(SpecModule module) {
    return new Semantics(module, module.evaluate("Every"));
  }

  /** The alternatives that a variant allows of each choice. */
  public static SortedMap<String, SortedSet<String>> alternatives(Value variant) {
    SortedMap<String, SortedSet<String>> alternatives = new TreeMap<>();
    Terms.fields(variant).forEach((choice, set) -> alternatives.put(choice, Terms.texts(set)));
    return alternatives;
  }

  /** The variant that allows these alternatives of each choice. */
  public static Value variant(Map<String, ? extends Set<String>> alternatives) {
    SortedMap<String, Value> fields = new TreeMap<>();
    alternatives.forEach((choice, set) -> fields.put(choice, Terms.strings(new TreeSet<>(set))));
    return Terms.record(fields);
  }

  /** The names of the variants, sorted. */
  public static Set<String> variantNames(SpecModule module) {
    return Collections.unmodifiableSet(
        new TreeSet<>(Terms.fields(module.evaluate("Variants")).keySet()));
  }

  /** The names of the variants with one alternative a choice, sorted. */
  public static Set<String> resolvedNames(SpecModule module) {
    Set<String> resolved = new TreeSet<>();
    Terms.fields(module.evaluate("Variants"))
        .forEach(
            (name, variant) -> {
              if (Terms.fields(variant).values().stream()
                  .allMatch(alternatives -> Terms.elements(alternatives).size() == 1)) {
                resolved.add(name);
              }
            });
    return resolved;
  }

  /** The variant of that name. */
  public static Value variant(SpecModule module, String name) {
    SortedMap<String, Value> variants = Terms.fields(module.evaluate("Variants"));
    if (!variants.containsKey(name)) {
      throw new IllegalArgumentException(
          "unknown variant '"
              + name
              + "'; expected one of "
              + String.join(", ", variants.keySet()));
    }
    return variants.get(name);
  }

  public SpecModule module() {
    return module;
  }

  public Value variant() {
    return variant;
  }

  public Policies policies() {
    return policies;
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
    Set<String> both = new TreeSet<>(tags.value(by));
    both.addAll(tags.value(more));
    return tags.number(Collections.unmodifiableSet(both));
  }

  /** How often an operator was evaluated, rather than remembered. */
  public long evaluations() {
    return evaluations;
  }

  /** The kernel after these calls, each made by one thread when the one before has returned. */
  public int after(List<Stimulus> calls) {
    List<Value> records = calls.stream().map(CallTerms::record).toList();
    return kernel(evaluate("RunAll", variant, evaluate("EmptyKernel"), Terms.tuple(records)));
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
    SortedMap<String, Value> fields = Terms.fields(call(call));
    fields.put("args", CallTerms.withNumbers(fields.get("args"), numbers, out));
    return call(Terms.record(fields));
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
    Value results = evaluate("Steps", variant, kernel(kernel), Terms.string(thread), call(call));
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

  /** The kernel without the objects that neither a handle nor one of these calls can reach. */
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
      known = kernel(evaluate("Collect", kernel(key.kernel()), Terms.set(objects)));
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
    evaluations++;
    return module.evaluate(operator, arguments);
  }
}
