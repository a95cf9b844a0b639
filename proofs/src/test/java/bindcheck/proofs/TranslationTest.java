package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.spec.SpecModule;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a solver is asked about are the steps of the specification: in kernels that calls in a scene
 * lead to, one after the other, each step of the one evaluator is a way of the other, with the same
 * kernel and call, and there is no other way.
 */
@Timeout(900)
class TranslationTest {
  private static final String SCENE = "shared";
  private static final int MOST_KERNELS = 2;
  private static final int PATIENCE = 10_000;

  private final SpecModule module = SpecModule.load("Evaluation");
  private final Value variant = Terms.field(module.evaluate("Variants"), "doc");
  private final List<String> differences = new ArrayList<>();
  private int compared;

  @Test
  void stepsAreTheSame() {
    Optional<String> missing = Solver.missing();
    assumeTrue(missing.isEmpty(), missing::get);
    try (Solver solver = new Solver()) {
      Evaluator evaluator = new Evaluator(Specification.read(Map.of()).definitions());
      Value first = module.evaluate("Unopened", Terms.string(SCENE));
      Set<Value> kernels = new LinkedHashSet<>();
      Deque<Value> open = new ArrayDeque<>();
      open.add(
          module.evaluate(
              "RunAll", variant, module.evaluate("EmptyKernel"), Terms.field(first, "setup")));
      while (!open.isEmpty() && kernels.size() < MOST_KERNELS) {
        Value kernel = open.remove();
        if (kernels.add(kernel)) {
          Value scene =
              module.evaluate("Scene", Terms.string(SCENE), kernel, Terms.record(Map.of()));
          for (Value stimulus : Terms.sorted(Terms.field(scene, "stimuli"))) {
            Value call =
                module.evaluate(
                    "Begin", Terms.field(stimulus, "op"), Terms.field(stimulus, "args"));
            open.addAll(follow(kernel, call, evaluator, solver));
          }
        }
      }
    }
    System.out.println(compared + " steps of calls compared in the scene " + SCENE);
    assertEquals(List.of(), differences);
    assertTrue(compared > 10, () -> compared + " compared");
  }

  private List<Value> follow(Value kernel, Value call, Evaluator evaluator, Solver solver) {
    List<Value> after = new ArrayList<>();
    Value results = module.evaluate("Steps", variant, kernel, Terms.string("T1"), call);
    compare(kernel, call, Terms.elements(results), evaluator, solver);
    for (Value result : Terms.elements(results)) {
      Value next = Terms.field(result, "call");
      Value then = Terms.field(result, "kernel");
      if (Terms.optionalField(next, "reply") == null) {
        after.addAll(follow(then, next, evaluator, solver));
      } else {
        after.add(then);
      }
    }
    return after;
  }

  private void compare(
      Value kernel, Value call, List<Value> results, Evaluator evaluator, Solver solver) {
    compared++;
    Set<Integer> met = new LinkedHashSet<>();
    Path.each(
        solver,
        path -> {
          Sym step =
              evaluator.element(
                  "Steps_Steps",
                  Known.of(variant),
                  Known.of(kernel, State.KERNEL),
                  Sym.text("T1"),
                  Known.of(call));
          List<Term> same = new ArrayList<>();
          for (int i = 0; i < results.size(); i++) {
            Sym wanted = Known.of(Terms.field(results.get(i), "kernel"), State.KERNEL);
            Term equal =
                Term.and(
                    sameObjects(step.field("kernel"), wanted),
                    sameCall(step.field("call"), Terms.field(results.get(i), "call")));
            same.add(equal);
            if (!equal.isFalse() && solver.ask(equal, PATIENCE) == Solver.Answer.POSSIBLE) {
              met.add(i);
            }
          }
          if (solver.ask(Term.not(Term.or(same)), PATIENCE) != Solver.Answer.IMPOSSIBLE) {
            differences.add("another step of " + call + " in " + kernel);
          }
        });
    if (met.size() != results.size()) {
      differences.add(met + " of " + results.size() + " steps of " + call + " in " + kernel);
    }
  }

  private static Term sameCall(Sym call, Value wanted) {
    return Sym.equal(withoutEvidence(call), withoutEvidence(Known.of(wanted)));
  }

  /** Of faults the status alone is compared: what they rest on is no part of a state. */
  private static Sym withoutEvidence(Sym value) {
    if (value instanceof Sym.Rec rec) {
      Map<String, Thunk> fields = new java.util.TreeMap<>();
      rec.fields()
          .forEach(
              (name, field) -> {
                if (!name.equals("by")) {
                  fields.put(name, Thunk.of(withoutEvidence(field.value())));
                }
              });
      return new Sym.Rec(new java.util.TreeMap<>(fields));
    }
    if (value instanceof Sym.Tup tuple) {
      return new Sym.Tup(
          tuple.elements().stream().map(e -> Thunk.of(withoutEvidence(e.value()))).toList());
    }
    return value;
  }

  /** Objects have the fields of their type alone: the others are not compared. */
  private static Term sameObjects(Sym kernel, Sym wanted) {
    List<Term> same = new ArrayList<>();
    same.add(Sym.equal(kernel.field("handles"), wanted.field("handles")));
    same.add(Sym.equal(kernel.field("capacity"), wanted.field("capacity")));
    Sym.Fcn one = (Sym.Fcn) kernel.field("objects");
    Sym.Fcn other = (Sym.Fcn) wanted.field("objects");
    same.add(
        Sym.equal(
            Sym.Many.of(one.domain(), Shape.NUMBER), Sym.Many.of(other.domain(), Shape.NUMBER)));
    for (int o = 1; o <= 6; o++) {
      Term at = Term.of(o);
      if (other.has(at).isTrue()) {
        String type = Texts.of(other.at(at).field("type").term());
        for (String field : fieldsOf(type)) {
          same.add(Sym.equal(one.at(at).field(field), other.at(at).field(field)));
        }
      }
    }
    return Term.and(same);
  }

  private static List<String> fieldsOf(String type) {
    return switch (type) {
      case "port" ->
          List.of("type", "bindable", "packets", "interrupts", "state", "count", "asleep", "woken");
      case "interrupt" ->
          List.of(
              "type",
              "destroyed",
              "binding",
              "arm",
              "remembered",
              "waiters",
              "stale",
              "asleep",
              "woken",
              "signalled");
      default -> List.of("type");
    };
  }
}
