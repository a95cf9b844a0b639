package bindcheck.proofs;

import java.util.List;
import java.util.SortedMap;

/** A step of a call: in any variant and kernel, by any thread, of any such call. */
final class AnyStep {
  static final String MODULE = "Induction_";

  final Sym.Rec variant;
  final Sym kernel = State.kernel();
  final Term thread;
  final Sym.Rec call;

  private final Evaluator evaluator;

  /**
   * Nothing is known, but that the call fits the kernel.
   *
   * @param alternatives of each choice, all that a variant may take
   * @param of the case that the call is one of
   */
  AnyStep(Evaluator evaluator, SortedMap<String, List<String>> alternatives, Case of, Path path) {
    this.evaluator = evaluator;
    variant = (Sym.Rec) State.variant(alternatives);
    thread = Term.fresh("t", Term.INT);
    call = (Sym.Rec) State.call(of);
    path.assume(evaluator.condition(MODULE + "Fits", kernel, call));
    path.assume(evaluator.condition(MODULE + "Possible", kernel, call));
  }

  /** What the step results in, on the path that is walked. */
  Sym result() {
    return evaluator.element("Steps_Steps", variant, kernel, new Sym.Leaf(thread), call);
  }
}
