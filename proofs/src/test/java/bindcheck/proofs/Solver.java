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
import com.microsoft.z3.Sort;
import com.microsoft.z3.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private com.microsoft.z3.Solver solver = context.mkSolver();
  private int questions;
  private int timeout;

  /** Why z3 cannot be used here; empty where it can. */
  static Optional<String> missing() {
    try (Context one = new Context()) {
      return Optional.empty();
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
      return Optional.of("z3 cannot be loaded here: " + e);
    }
  }

  int questions() {
    return questions;
  }

  /** Forgets what was given. */
  void restart() {
    solver = context.mkSolver();
    timeout = 0;
  }

  /** What is asked from here on is asked of cases in which this holds as well. */
  void add(Term assertion) {
    long a = System.nanoTime();
    solver.add((BoolExpr) expression(assertion)); T[2] += System.nanoTime() - a;
  }

  /** Whether this can be so in the cases that are given. */
  Answer ask(Term condition, int milliseconds) {
    return switch (status(condition, milliseconds)) {
      case UNSATISFIABLE -> Answer.IMPOSSIBLE;
      case SATISFIABLE -> Answer.POSSIBLE;
      default -> Answer.UNKNOWN;
    };
  }

  static long[] T = new long[3];
  private Status status(Term condition, int milliseconds) { long a = System.nanoTime(); try { return status0(condition, milliseconds); } finally { T[milliseconds < 100 ? 0 : 1] += System.nanoTime() - a; } }
  private Status status0(Term condition, int milliseconds) {
    questions++;
    if (milliseconds != timeout) {
      Params parameters = context.mkParams();
      parameters.add("timeout", milliseconds);
      solver.setParameters(parameters);
      timeout = milliseconds;
    }
    solver.push();
    try {
      solver.add((BoolExpr) expression(condition));
      return solver.check();
    } finally {
      solver.pop();
    }
  }

  /** What each of the wanted is in one of the cases; nothing where there is none, or none found. */
  Optional<List<Term>> example(List<Term> assertions, List<Term> wanted, int milliseconds) {
    questions++;
    com.microsoft.z3.Solver once = context.mkSolver();
    Params parameters = context.mkParams();
    parameters.add("timeout", milliseconds);
    once.setParameters(parameters);
    assertions.forEach(assertion -> once.add((BoolExpr) expression(assertion)));
    if (once.check() != Status.SATISFIABLE) {
      return Optional.empty();
    }
    Model model = once.getModel();
    return Optional.of(wanted.stream().map(term -> inModel(model, term)).toList());
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
    return term.op.equals("forall")
        ? context.mkForall(variables, body, 1, null, null, null, null)
        : context.mkExists(variables, body, 1, null, null, null, null);
  }

  @Override
  public void close() {
    context.close();
  }
}
