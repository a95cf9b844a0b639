package bindcheck.proofs;

import bindcheck.tla.ParsedModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is to be proved of each case, as terms: what Induction.tla says of the steps of a call. */
final class Obligations {
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
  private final List<String> invariants;
  private final SortedMap<String, List<String>> alternatives = Specification.alternatives();

  Obligations(ParsedModule module) {
    this.module = module;
    this.evaluator = new Evaluator(module.definitions());
    this.invariants = Stream.concat(named("Inv"), named("Count")).toList();
  }

  private Stream<String> named(String prefix) {
    return Specification.named(module, prefix).stream();
  }

  /** The names of what is to be proved of a case. */
  List<String> properties(Case of) {
    if (of.equals(Case.EMPTY)) {
      return invariants;
    }
    String prefix = of.equals(Case.COLLECT) ? "Collect" : "Step";
    return Stream.concat(invariants.stream(), named(prefix)).toList();
  }

  /** The names of all that is to be proved: of every kernel, then of every step. */
  List<String> properties() {
    return Case.all().stream().flatMap(each -> properties(each).stream()).distinct().toList();
  }

  /** How many there are of each property, but for those that no step could break. */
  SortedMap<String, Integer> numbers() {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    for (Case of : Case.all()) {
      for (String property : properties(of)) {
        numbers.merge(property, Vacuous.why(of, property).isEmpty() ? 1 : 0, Integer::sum);
      }
    }
    return numbers;
  }

  /** How many there are in all. */
  int number() {
    return numbers().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many are left out, by the reason. */
  SortedMap<Vacuous, Integer> vacuous() {
    SortedMap<Vacuous, Integer> vacuous = new TreeMap<>();
    for (Case of : Case.all()) {
      for (String property : properties(of)) {
        Vacuous.why(of, property).ifPresent(why -> vacuous.merge(why, 1, Integer::sum));
      }
    }
    return vacuous;
  }

  /** One way that a case goes, from any kernel of which the invariants hold. */
  Way way(Case of, Path path) {
    if (of.equals(Case.EMPTY)) {
      return empty(path);
    }
    return of.equals(Case.COLLECT) ? collected(path) : stepped(of, path);
  }

  private Way empty(Path path) {
    Sym past = PAST.any("g");
    Sym kernel = evaluator.value("Kernel_EmptyKernel");
    return new Way(
        path,
        State.kernel(),
        past,
        State.call(Case.EMPTY.op(), Map.of()),
        State.left(kernel),
        List.of(said("Nothing", Map.of("g", past))),
        result -> kept(result.field("kernel"), past));
  }

  private Way stepped(Case of, Path path) {
    AnyStep any = new AnyStep(evaluator, alternatives, of, path);
    Sym past = PAST.any("g");
    List<Term> assumed = new ArrayList<>(kept(any.kernel, past).values());
    assumed.add(said("Tells", Map.of("c", any.call, "g", past)));
    return new Way(
        path,
        any.kernel,
        past,
        any.call,
        any.result(),
        assumed,
        result -> {
          Sym then =
              evaluator.wholeValue(AnyStep.MODULE + "Past", any.kernel, any.call, result, past);
          Map<String, Sym> all =
              Map.of("v", any.variant, "k", any.kernel, "c", any.call, "r", result, "g", past);
          Map<String, Term> goals = kept(result.field("kernel"), then);
          named("Step").forEach(name -> goals.put(name, said(name, all)));
          return goals;
        });
  }

  private Way collected(Path path) {
    Sym variant = State.variant(alternatives);
    Sym kernel = State.kernel();
    Sym held = NUMBERS.any("held");
    Sym past = PAST.any("g");
    List<Term> assumed = new ArrayList<>(kept(kernel, past).values());
    assumed.add(said("Holds", Map.of("k", kernel, "held", held, "g", past)));
    return new Way(
        path,
        kernel,
        past,
        State.call(Case.COLLECT.op(), Map.of("held", held)),
        State.left(evaluator.value("Kernel_Collect", variant, kernel, held)),
        assumed,
        result -> {
          Sym left = result.field("kernel");
          Map<String, Term> goals = kept(left, past);
          Map<String, Sym> all = Map.of("k", kernel, "held", held, "left", left);
          named("Collect").forEach(name -> goals.put(name, said(name, all)));
          return goals;
        });
  }

  /** The invariants, of a kernel and of what has come to pass beside it. */
  private Map<String, Term> kept(Sym kernel, Sym past) {
    Map<String, Term> kept = new LinkedHashMap<>();
    Map<String, Sym> all = Map.of("k", kernel, "g", past);
    invariants.forEach(name -> kept.put(name, said(name, all)));
    return kept;
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
