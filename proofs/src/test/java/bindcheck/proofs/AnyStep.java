package bindcheck.proofs;

import java.util.List;
import java.util.SortedMap;

/** A way that a step of a call goes: in any variant and kernel, by any thread, of any such call. */
final class AnyStep {
  static final String MODULE = "Induction_";

  final Sym.Rec variant;
  final Sym kernel = State.kernel();
  final Term thread;
  final Sym.Rec call;
  final Sym result;

  /**
   * Evaluates the step on the path that is walked.
   *
   * @param alternatives of each choice, all that a variant may take
   * @param of the case that the call is one of
   */
  AnyStep(Evaluator evaluator, SortedMap<String, List<String>> alternatives, Case of, Path path) {
    variant = (Sym.Rec) State.variant(alternatives);
    thread = Term.fresh("t", Term.INT);
    call = (Sym.Rec) State.call(of);
    path.assume(evaluator.condition(MODULE + "Fits", kernel, call));
    path.assume(evaluator.condition(MODULE + "Possible", kernel, call));
    result = evaluator.element("Steps_Steps", variant, kernel, new Sym.Leaf(thread), call);
  }
}
