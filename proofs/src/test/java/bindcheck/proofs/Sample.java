package bindcheck.proofs;

import bindcheck.spec.SpecException;
import bindcheck.spec.SpecModule;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A call in a kernel, with the steps that the program's own evaluator gives it.
 *
 * @param thread whose call it is
 */
record Sample(Value variant, Value kernel, Value thread, Value call, List<Value> results) {
  static final List<String> THREADS = List.of("main", "T1", "T2");

  Sample {
    call = withoutNames(call);
    results = results.stream().map(Sample::withoutNames).toList();
  }

  /** The same where an option that the steps do not name is any such. */
  private static Value withoutNames(Value value) {
    return Terms.rebuildFields(
        value,
        (field, leaf) ->
            field.equals("options") && !State.OPTIONS.contains(Terms.text(leaf))
                ? Terms.string(State.OTHER)
                : leaf);
  }

  /** The case that the call is one of; of several faults it stands for one. */
  Case of() {
    return new Case(
        Terms.text(Terms.field(call, "op")),
        Terms.text(Terms.field(call, "at")),
        Terms.elements(Terms.field(call, "objects")).size(),
        faults() > 0);
  }

  private int faults() {
    return Terms.elements(Terms.field(call, "faults")).size();
  }

  /**
   * Whether it is among the calls of {@link State#call}: one fault at most, and rights it knows.
   */
  boolean isCovered() {
    Value rights = Terms.optionalField(Terms.field(call, "args"), "rights");
    return faults() < 2 && (rights == null || State.RIGHTS.containsAll(Terms.texts(rights)));
  }

  /** Those that a random walk through a scene meets: so many steps of several threads. */
  static List<Sample> met(String variant, String scene, int steps, Random random) {
    Walk walk = new Walk(variant, scene, random);
    for (int i = 0; i < steps; i++) {
      walk.step();
    }
    return walk.met;
  }

  private static final class Walk {
    private static final int BEGIN_IN = 3;

    private final SpecModule module = SpecModule.load("Evaluation");
    private final Value variant;
    private final Value scene;
    private final Random random;
    private final SortedMap<String, Value> calls = new TreeMap<>();
    private final List<Sample> met = new ArrayList<>();
    private Value kernel;

    Walk(String variant, String scene, Random random) {
      this.variant = Terms.field(module.evaluate("Variants"), variant);
      this.scene = Terms.string(scene);
      this.random = random;
      Value unopened = module.evaluate("Unopened", this.scene);
      this.kernel =
          module.evaluate(
              "RunAll",
              this.variant,
              module.evaluate("EmptyKernel"),
              Terms.field(unopened, "setup"));
    }

    /** A call begins, goes on, or loses its time. */
    void step() {
      String thread = THREADS.get(random.nextInt(THREADS.size()));
      Value call = calls.get(thread);
      if (call == null) {
        if (calls.isEmpty() || random.nextInt(BEGIN_IN) == 0) {
          begin(thread);
        }
      } else if (Terms.isTrue(module.evaluate("Expirable", call)) && random.nextBoolean()) {
        calls.put(thread, module.evaluate("Expire", call));
      } else {
        goOn(thread, call);
      }
    }

    private void begin(String thread) {
      List<Value> stimuli = stimuli();
      if (!stimuli.isEmpty()) {
        Value one = stimuli.get(random.nextInt(stimuli.size()));
        Value arguments = Terms.field(one, "args");
        if (!isBeingMade(Terms.optionalField(arguments, "out"))) {
          calls.put(thread, module.evaluate("Begin", Terms.field(one, "op"), arguments));
        }
      }
    }

    /** Whether a call in progress gives a handle that number: scenes name few. */
    private boolean isBeingMade(Value out) {
      return out != null
          && calls.values().stream()
              .map(call -> Terms.optionalField(Terms.field(call, "args"), "out"))
              .anyMatch(out::equals);
    }

    private List<Value> stimuli() {
      try {
        Value open = module.evaluate("Scene", scene, kernel, Terms.record(calls));
        return Terms.sorted(Terms.field(open, "stimuli"));
      } catch (SpecException onlyMeantForQuiescence) {
        return List.of();
      }
    }

    private void goOn(String thread, Value call) {
      Value by = Terms.string(thread);
      List<Value> results =
          Terms.elements(module.evaluate("Steps", variant, kernel, by, call)).stream().toList();
      met.add(new Sample(variant, kernel, by, call, results));
      if (!results.isEmpty()) {
        Value taken = results.get(random.nextInt(results.size()));
        Value next = Terms.field(taken, "call");
        if (Terms.optionalField(next, "reply") == null) {
          calls.put(thread, next);
        } else {
          calls.remove(thread);
        }
        kernel = module.evaluate("Collect", variant, Terms.field(taken, "kernel"), held());
      }
    }

    private Value held() {
      Stream<Value> held =
          calls.values().stream()
              .flatMap(call -> Terms.elements(module.evaluate("Held", call)).stream());
      return Terms.set(held.distinct().toList());
    }
  }
}
