package bindcheck.proofs;

import bindcheck.spec.SpecModule;
import bindcheck.tla.ParsedModule;
import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks of each call whether its steps keep what is said of all kernels. */
final class Induction {
  private static final int MOST_MILLISECONDS = 5000;
  private static final String MODULE = "Induction_";

  private final Evaluator evaluator;
  private final Solver solver;
  private final List<String> invariants;
  private final List<String> steps;
  private final SortedMap<String, List<String>> alternatives = new TreeMap<>();

  Induction(ParsedModule module, Solver solver) {
    this.evaluator = new Evaluator(module.definitions());
    this.solver = solver;
    this.invariants = named(module, "Inv");
    this.steps = named(module, "Step");
    Value choices = SpecModule.load("Evaluation").evaluate("Choice");
    Terms.fields(choices)
        .forEach(
            (choice, of) -> {
              List<String> all = new ArrayList<>(Terms.texts(Terms.field(of, "doc")));
              all.addAll(Terms.texts(Terms.field(of, "quirks")));
              alternatives.put(choice, all);
            });
  }

  private static List<String> named(ParsedModule module, String prefix) {
    return module.definitions().keySet().stream()
        .filter(name -> name.startsWith(MODULE + prefix))
        .sorted()
        .toList();
  }

  /** What came of it: by property, on how many ways it holds; and the ways on which it may not. */
  record Result(int ways, Map<String, List<String>> open) {}

  Result of(Case of) {
    Map<String, List<String>> open = new LinkedHashMap<>();
    int[] ways = {0};
    Path.each(
        solver,
        path -> {
          Sym k = State.kernel();
          Sym v = State.variant(alternatives);
          Sym c = State.call(of);
          Sym t = Shape.NUMBER.any("t");
          List<Term> before = new ArrayList<>();
          invariants.forEach(name -> before.add(evaluator.condition(name, k)));
          path.assume(evaluator.condition(MODULE + "Fits", k, c));
          path.assume(evaluator.condition(MODULE + "Possible", k, c));
          Sym r = evaluator.element("Steps_Steps", v, k, t, c);
          ways[0]++;
          Map<String, Term> goals = new LinkedHashMap<>();
          for (String name : invariants) {
            goals.put(name, evaluator.condition(name, r.field("kernel")));
          }
          for (String name : steps) {
            goals.put(name, evaluator.condition(name, k, c, r));
          }
          before.forEach(path::assume);
          Term all = Term.and(goals.values().stream().filter(g -> !before.contains(g)).toList());
          if (all.isTrue() || solver.ask(Term.not(all), MOST_MILLISECONDS) == Solver.Answer.IMPOSSIBLE) {
            return;
          }
          goals.forEach(
              (name, goal) -> {
                if (!before.contains(goal) && !goal.isTrue()) {
                  Solver.Answer answer = solver.ask(Term.not(goal), MOST_MILLISECONDS);
                  if (answer != Solver.Answer.IMPOSSIBLE) {
                    open.computeIfAbsent(name, n -> new ArrayList<>()).add(answer + " on " + ways[0]);
                  }
                }
              });
        });
    return new Result(ways[0], open);
  }

  List<String> invariants() {
    return invariants;
  }

  List<String> steps() {
    return steps;
  }

  public static void main(String[] args) {
    try (Solver solver = new Solver()) {
      Induction induction = new Induction(Specification.read(Map.of()), solver);
      for (Case each : Case.all()) {
        if (args.length == 0 || each.toString().startsWith(args[0])) {
          long start = System.nanoTime();
          int before = solver.questions();
          Result result = induction.of(each);
          System.out.println(
              each
                  + ": "
                  + result.ways()
                  + " ways, "
                  + (solver.questions() - before)
                  + " questions, "
                  + (System.nanoTime() - start) / 1_000_000
                  + " ms "
                  + result.open() + java.util.Arrays.stream(Solver.T).mapToObj(x -> x / 1000000).toList());
        }
      }
    }
  }
}
