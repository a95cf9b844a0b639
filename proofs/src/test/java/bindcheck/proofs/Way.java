package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One way that a case goes.
 *
 * @param kernel before it
 * @param past what has come to pass beside that kernel
 * @param call that is made
 * @param result what the step results in
 * @param assumed what holds before it: on all ways the same
 * @param says what is to be proved, of any result that a step might have
 */
record Way(
    Path path,
    Sym kernel,
    Sym past,
    Sym call,
    Sym result,
    List<Term> assumed,
    Function<Sym, Map<String, Term>> says) {

  /** What is assumed, then what holds on the way: on all ways it begins alike. */
  List<Term> known() {
    List<Term> known = new ArrayList<>(assumed);
    known.addAll(path.conditions());
    return known;
  }

  /** What is to be proved, but for what is known. */
  Map<String, Term> goals() {
    Map<String, Term> goals = says.apply(result);
    goals.values().removeAll(known());
    return goals;
  }
}
