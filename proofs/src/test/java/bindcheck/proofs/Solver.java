package bindcheck.proofs;

import com.microsoft.z3.ArrayExpr;
import com.microsoft.z3.ArraySort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Pattern;
import com.microsoft.z3.Sort;
import com.microsoft.z3.Status;
import com.microsoft.z3.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Asks z3. */
final class Solver implements AutoCloseable {
  /** What it said: none of the three is another. */
  enum Answer {
    IMPOSSIBLE,
    POSSIBLE,
    UNKNOWN
  }

  private final Context context = new Context();
  private final Map<Term, Expr<?>> made = new HashMap<>();

  /** Which z3 it is. */
  static String version() {
    return Version.getString();
  }

  /** Why z3 cannot be used here; empty where it can. */
  static Optional<String> missing() {
    try {
      new Context().close();
      return Optional.empty();
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
      return Optional.of("z3 cannot be loaded here: " + e);
    }
  }

  /**
   * Questions one after the other: what their assertions have in common, from the first on, is told
   * z3 once.
   */
  final class Questions {
    private final List<Term> given = new ArrayList<>();
    private final com.microsoft.z3.Solver asked = context.mkSolver();

    /** Whether a condition can be so where all of these hold. */
    Answer ask(List<Term> assertions, Term condition, int effort) {
      give(assertions);
      limit(asked, effort);
      asked.push();
      Solver.this.give(asked, condition);
      Answer answer = answer(asked);
      asked.pop();
      return answer;
    }

    private void give(List<Term> assertions) {
      int same = 0;
      while (same < Math.min(given.size(), assertions.size())
          && given.get(same).equals(assertions.get(same))) {
        same++;
      }
      if (same < given.size()) {
        asked.pop(given.size() - same);
        given.subList(same, given.size()).clear();
      }
      for (Term assertion : assertions.subList(same, assertions.size())) {
        asked.push();
        Solver.this.give(asked, assertion);
        given.add(assertion);
      }
    }
  }

  /** Nothing is asked yet. */
  Questions questions() {
    return new Questions();
  }

  /** The same, asked alone. */
  Answer ask(List<Term> assertions, Term condition, int effort) {
    com.microsoft.z3.Solver once = context.mkSolver();
    limit(once, effort);
    assertions.forEach(assertion -> give(once, assertion));
    once.push();
    give(once, condition);
    return answer(once);
  }

  private static Answer answer(com.microsoft.z3.Solver asked) {
    return switch (asked.check()) {
      case UNSATISFIABLE -> Answer.IMPOSSIBLE;
      case SATISFIABLE -> Answer.POSSIBLE;
      default -> Answer.UNKNOWN;
    };
  }

  @SuppressWarnings("unchecked") // the library takes an array of a generic type
  private void give(com.microsoft.z3.Solver to, Term assertion) {
    to.add(truth(assertion));
  }

  private void limit(com.microsoft.z3.Solver one, int effort) {
    Params parameters = context.mkParams();
    parameters.add("rlimit", effort);
    one.setParameters(parameters);
  }

  /** What is told of one case in which the assertions hold; nothing where none is found. */
  Optional<String> example(
      List<Term> assertions, int effort, Function<UnaryOperator<Term>, String> told) {
    com.microsoft.z3.Solver once = context.mkSolver();
    limit(once, effort);
    for (Term assertion : assertions) {
      give(once, assertion);
    }
    if (once.check() != Status.SATISFIABLE) {
      return Optional.empty();
    }
    Model model = once.getModel();
    return Optional.of(told.apply(term -> inModel(model, term)));
  }

  private Term inModel(Model model, Term term) {
    String value = model.eval(expression(term), true).toString();
    return switch (value) {
      case "true" -> Term.TRUE;
      case "false" -> Term.FALSE;
      default -> Term.of(Long.parseLong(value.replaceAll("[() ]", "")));
    };
  }

  private Expr<?> expression(Term term) {
    Expr<?> known = made.get(term);
    if (known == null) {
      known = make(term);
      made.put(term, known);
    }
    return known;
  }

  private Sort sort(String name) {
    return switch (name) {
      case Term.INT -> context.getIntSort();
      case Term.BOOL -> context.getBoolSort();
      default -> context.mkArraySort(context.getIntSort(), sort(Term.elementSort(name)));
    };
  }

  private BoolExpr truth(Term term) {
    return (BoolExpr) expression(term);
  }

  private IntExpr[] numbers(List<Term> terms) {
    return terms.stream().map(term -> number(term)).toArray(IntExpr[]::new);
  }

  private IntExpr number(Term term) {
    return (IntExpr) expression(term);
  }

  @SuppressWarnings("unchecked") // all arrays are of numbers
  private static <R extends Sort> ArrayExpr<IntSort, R> array(Expr<?> of) {
    return (ArrayExpr<IntSort, R>) of;
  }

  private Expr<?> make(Term term) {
    List<Term> args = term.args;
    return switch (term.op) {
      case "true" -> context.mkTrue();
      case "false" -> context.mkFalse();
      case "and" -> context.mkAnd(args.stream().map(this::truth).toArray(BoolExpr[]::new));
      case "or" -> context.mkOr(args.stream().map(this::truth).toArray(BoolExpr[]::new));
      case "not" -> context.mkNot(truth(args.get(0)));
      case "=>" -> context.mkImplies(truth(args.get(0)), truth(args.get(1)));
      case "=" -> context.mkEq(expression(args.get(0)), expression(args.get(1)));
      case ">=" -> context.mkGe(number(args.get(0)), number(args.get(1)));
      case "+" -> context.mkAdd(numbers(args));
      case "*" -> context.mkMul(numbers(args));
      case "ite" -> either(truth(args.get(0)), expression(args.get(1)), expression(args.get(2)));
      case "select" -> context.mkSelect(array(expression(args.get(0))), number(args.get(1)));
      case "store" -> store(expression(args.get(0)), number(args.get(1)), expression(args.get(2)));
      case "forall", "exists" -> quantified(term);
      default -> other(term);
    };
  }

  private Expr<?> other(Term term) {
    if (term.isNumber()) {
      return context.mkInt(Long.parseLong(term.op));
    }
    return term.args.isEmpty()
        ? context.mkConst(term.op, sort(term.sort))
        : context.mkConstArray(context.getIntSort(), expression(term.args.get(0)));
  }

  @SuppressWarnings("unchecked") // both are of one sort
  private <R extends Sort> Expr<R> either(BoolExpr condition, Expr<?> yes, Expr<?> no) {
    return context.mkITE(condition, (Expr<R>) yes, (Expr<R>) no);
  }

  @SuppressWarnings("unchecked") // the value is of the sort of the array's
  private <R extends Sort> Expr<ArraySort<IntSort, R>> store(
      Expr<?> array, IntExpr index, Expr<?> value) {
    return context.mkStore(Solver.<R>array(array), index, (Expr<R>) value);
  }

  private Expr<BoolSort> quantified(Term term) {
    Expr<?>[] variables = numbers(term.args.subList(0, term.args.size() - 1));
    BoolExpr body = truth(term.last());
    Pattern[] patterns =
        term.triggers().stream()
            .map(trigger -> context.mkPattern(expression(trigger)))
            .toArray(Pattern[]::new);
    return term.op.equals("forall")
        ? context.mkForall(variables, body, 1, patterns, null, null, null)
        : context.mkExists(variables, body, 1, null, null, null, null);
  }

  @Override
  public void close() {
    context.close();
  }
}
