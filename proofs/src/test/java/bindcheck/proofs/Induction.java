package bindcheck.proofs;

import bindcheck.tla.ParsedModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Asks of each call whether its steps keep what Induction.tla says of all kernels, and the same of
 * the removal of objects.
 */
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

  private static final Shape.Set NUMBERS = new Shape.Set(Shape.Leaf.NUMBER);

  private static final Shape PAST =
      Shape.record(
          "sent",
          new Shape.Fcn(Shape.Leaf.NUMBER),
          "acked",
          new Shape.Fcn(Shape.Leaf.NUMBER),
          "closing",
          NUMBERS,
          "left",
          NUMBERS);

  private final ParsedModule module;
  private final Evaluator evaluator;
  private final Solver solver;
  private final List<String> invariants;
  private final SortedMap<String, List<String>> alternatives = Specification.alternatives();

  Induction(ParsedModule module, Solver solver) {
    this.module = module;
    this.evaluator = new Evaluator(module.definitions());
    this.solver = solver;
    this.invariants = Stream.concat(named("Inv"), named("Count")).toList();
  }

  private Stream<String> named(String prefix) {
    return module.definitions().keySet().stream()
        .filter(name -> name.startsWith(AnyStep.MODULE + prefix))
        .map(name -> name.substring(AnyStep.MODULE.length()))
        .sorted();
  }

  /** All cases: the steps of calls, and the removal of objects. */
  static List<Case> cases() {
    return Stream.concat(Case.all().stream(), Stream.of(Case.COLLECT)).toList();
  }

  /** The names of what is proved of a case. */
  List<String> properties(Case of) {
    return Stream.concat(invariants.stream(), named(of.isCollect() ? "Collect" : "Step")).toList();
  }

  /** The names of all that is proved: of every kernel, then of every step. */
  List<String> properties() {
    return cases().stream().flatMap(each -> properties(each).stream()).distinct().toList();
  }

  /** The invariants that do not hold of a kernel without any object. */
  List<String> notInitially() {
    List<String> open = new ArrayList<>();
    Path.each(
        solver,
        path -> {
          Map<String, Sym> begin =
              Map.of("k", evaluator.value("Kernel_EmptyKernel"), "g", PAST.any("g"));
          List<Term> known = List.of(said("Nothing", begin));
          for (String name : invariants) {
            if (!isKept(known, said(name, begin), MOST_EFFORT)) {
              open.add(name);
            }
          }
        });
    return open;
  }

  /** Tries to prove all of a case. */
  Result prove(Case of) {
    List<String> open = new ArrayList<>();
    int[] ways = {0};
    Solver.Questions questions = solver.questions();
    Path.each(
        solver,
        path -> {
          Way way = way(of, path);
          ways[0]++;
          Term broken = Term.not(Term.and(List.copyOf(way.goals.values())));
          if (!broken.isFalse()
              && questions.ask(way.known, broken, MOST_EFFORT) != Solver.Answer.IMPOSSIBLE) {
            way.goals.forEach(
                (name, goal) -> {
                  if (!isKept(way.known, goal, MOST_EFFORT)) {
                    open.add(of + ": " + name + " on way " + ways[0]);
                  }
                });
          }
        });
    return new Result(ways[0], open);
  }

  private boolean isKept(List<Term> known, Term goal, int effort) {
    return goal.isTrue() || solver.ask(known, Term.not(goal), effort) == Solver.Answer.IMPOSSIBLE;
  }

  /** A small case in which a property is broken; empty where it is proved, or none is found. */
  Optional<String> refute(Case of, String property) {
    List<String> found = new ArrayList<>();
    Path.each(
        solver,
        path -> {
          Way way = way(of, path);
          Term goal = way.goals.get(property);
          if (goal != null && !isKept(way.known, goal, GLANCE)) {
            List<Term> conditions = new ArrayList<>(way.known);
            conditions.add(Term.not(goal));
            new Counterexample(way.kernel)
                .of(solver, conditions, way.call, way.result, MOST_EFFORT)
                .ifPresent(found::add);
          }
          if (!found.isEmpty()) {
            path.end();
          }
        });
    return found.stream().findFirst();
  }

  /**
   * One way that a step goes from any kernel of which the invariants hold.
   *
   * @param known the invariants, then what holds on the way: on all ways it begins alike
   * @param goals what is to be proved, but for what is known
   */
  private record Way(Sym kernel, Sym call, Sym result, List<Term> known, Map<String, Term> goals) {}

  private Way way(Case of, Path path) {
    return of.isCollect() ? collected(path) : stepped(of, path);
  }

  private Way stepped(Case of, Path path) {
    AnyStep any = new AnyStep(evaluator, alternatives, of, path);
    Sym past = PAST.any("g");
    List<Term> known = new ArrayList<>(invariants(any.kernel, past));
    known.add(said("Tells", Map.of("c", any.call, "g", past)));
    Sym result = any.result();
    Sym then = evaluator.wholeValue(AnyStep.MODULE + "Past", any.kernel, any.call, result, past);
    Map<String, Sym> all =
        Map.of("v", any.variant, "k", any.kernel, "c", any.call, "r", result, "g", past);
    Map<String, Term> goals = goals(result.field("kernel"), then);
    named("Step").forEach(name -> goals.put(name, said(name, all)));
    return way(any.kernel, any.call, result, path, known, goals);
  }

  private Way collected(Path path) {
    Sym variant = State.variant(alternatives);
    Sym kernel = State.kernel();
    Sym held = NUMBERS.any("held");
    Sym past = PAST.any("g");
    List<Term> known = new ArrayList<>(invariants(kernel, past));
    known.add(said("Holds", Map.of("k", kernel, "held", held, "g", past)));
    Sym left = evaluator.value("Kernel_Collect", variant, kernel, held);
    Map<String, Sym> all = Map.of("k", kernel, "held", held, "left", left);
    Map<String, Term> goals = goals(left, past);
    named("Collect").forEach(name -> goals.put(name, said(name, all)));
    return way(kernel, State.collect(held), State.collected(left), path, known, goals);
  }

  private List<Term> invariants(Sym kernel, Sym past) {
    Map<String, Sym> all = Map.of("k", kernel, "g", past);
    return invariants.stream().map(name -> said(name, all)).toList();
  }

  private Map<String, Term> goals(Sym kernel, Sym past) {
    Map<String, Term> goals = new LinkedHashMap<>();
    Map<String, Sym> all = Map.of("k", kernel, "g", past);
    invariants.forEach(name -> goals.put(name, said(name, all)));
    return goals;
  }

  private static Way way(
      Sym kernel, Sym call, Sym result, Path path, List<Term> known, Map<String, Term> goals) {
    known.addAll(path.conditions());
    goals.values().removeAll(known);
    return new Way(kernel, call, result, known, goals);
  }

  /** What an operator says, of values that its parameters name. */
  private Term said(String name, Map<String, Sym> values) {
    String operator = AnyStep.MODULE + name;
    Sym[] arguments =
        module.definitions().get(operator).parameters().stream()
            .map(values::get)
            .toArray(Sym[]::new);
    return evaluator.condition(operator, arguments);
  }
}
