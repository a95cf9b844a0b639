package bindcheck.proofs;

import bindcheck.tla.ParsedModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks of each call whether its steps keep what Induction.tla says of all kernels. */
final class Induction {
  /** What came of a case: the ways that its steps go, and what is not proved of one of them. */
  record Result(int ways, List<String> open) {}

  /**
   * What takes a solver more than that is not answered: the proof fails. In z3's own units, some
   * millions a second, so that no proof depends on how fast a machine is.
   */
  private static final int MOST_EFFORT = 60_000_000;

  /** Where a case is looked for, a way is passed over if it is proved this soon. */
  private static final int GLANCE = 500_000;

  private static final Shape COUNTS =
      Shape.record(
          "sent", new Shape.Fcn(Shape.Leaf.NUMBER), "acked", new Shape.Fcn(Shape.Leaf.NUMBER));

  private final ParsedModule module;
  private final Evaluator evaluator;
  private final Solver solver;
  private final List<String> invariants;
  private final List<String> steps;
  private final SortedMap<String, List<String>> alternatives = Specification.alternatives();

  Induction(ParsedModule module, Solver solver) {
    this.module = module;
    this.evaluator = new Evaluator(module.definitions());
    this.solver = solver;
    this.invariants = Stream.concat(named("Inv"), named("Count")).toList();
    this.steps = named("Step").toList();
  }

  private Stream<String> named(String prefix) {
    return module.definitions().keySet().stream()
        .filter(
            name ->
                name.startsWith(AnyStep.MODULE + prefix)
                    && !name.equals(AnyStep.MODULE + "Counted"))
        .sorted();
  }

  /** The names of what is proved: of every kernel, then of every step. */
  List<String> properties() {
    return Stream.concat(invariants.stream(), steps.stream())
        .map(name -> name.substring(AnyStep.MODULE.length()))
        .toList();
  }

  /** The invariants that do not hold of a kernel without any object. */
  List<String> notInitially() {
    List<String> open = new ArrayList<>();
    Path.each(
        solver,
        path -> {
          Sym k = evaluator.value("Kernel_EmptyKernel");
          for (String name : invariants) {
            if (!said(name, Map.of("k", k, "g", COUNTS.any("g"))).isTrue()) {
              open.add(name);
            }
          }
        });
    return open;
  }

  /** Tries to prove all of the calls of a case. */
  Result prove(Case of) {
    List<String> open = new ArrayList<>();
    int[] ways = {0};
    Path.each(
        solver,
        path -> {
          Step step = new Step(of, path, name -> true);
          ways[0]++;
          if (!step.isImpossible(
              Term.not(Term.and(List.copyOf(step.goals.values()))), MOST_EFFORT)) {
            step.goals.forEach(
                (name, goal) -> {
                  if (!step.isImpossible(Term.not(goal), MOST_EFFORT)) {
                    open.add(of + ": " + name + " on way " + ways[0]);
                  }
                });
          }
        });
    return new Result(ways[0], open);
  }

  /**
   * A case in which a step breaks what is said; empty where it is proved, or where no small case is
   * found.
   */
  Optional<String> refute(Case of, String property) {
    List<String> found = new ArrayList<>();
    Path.each(
        solver,
        path -> {
          Step step = new Step(of, path, name -> name.equals(AnyStep.MODULE + property));
          step.goals.values().stream()
              .filter(goal -> !step.isImpossible(Term.not(goal), GLANCE))
              .forEach(
                  goal -> {
                    List<Term> conditions = new ArrayList<>(path.conditions());
                    conditions.add(Term.not(goal));
                    new Counterexample(step.any.kernel)
                        .of(solver, conditions, step.any.call, step.any.result, MOST_EFFORT)
                        .ifPresent(found::add);
                  });
          if (!found.isEmpty()) {
            path.end();
          }
        });
    return found.stream().findFirst();
  }

  /** A step of a call, from any kernel of which the invariants hold, with what is to be proved. */
  private final class Step {
    final AnyStep any;
    final Map<String, Term> goals = new LinkedHashMap<>();

    Step(Case of, Path path, Predicate<String> isWanted) {
      any = new AnyStep(evaluator, alternatives, of, path);
      Sym g = COUNTS.any("g");
      Map<String, Sym> known =
          Map.of("k", any.kernel, "c", any.call, "v", any.variant, "g", g, "r", any.result);
      Sym after = any.result.field("kernel");
      Sym counts =
          evaluator.wholeValue(AnyStep.MODULE + "Counted", any.kernel, any.call, any.result, g);
      for (String name : invariants) {
        Term holds = said(name, known);
        path.assume(holds);
        goals.put(name, said(name, Map.of("k", after, "g", counts)));
      }
      steps.forEach(name -> goals.put(name, said(name, known)));
      goals.keySet().removeIf(isWanted.negate());
      goals.values().removeAll(path.conditions());
    }

    boolean isImpossible(Term condition, int effort) {
      return condition.isFalse() || solver.ask(condition, effort) == Solver.Answer.IMPOSSIBLE;
    }
  }

  /** What an operator says, of values that its parameters name. */
  private Term said(String operator, Map<String, Sym> values) {
    Sym[] arguments =
        module.definitions().get(operator).parameters().stream()
            .map(values::get)
            .toArray(Sym[]::new);
    return evaluator.condition(operator, arguments);
  }
}
