package bindcheck.proofs;

import bindcheck.tla.ParsedModule;
import java.util.ArrayList;
import java.util.List;

/** Whether a call that has waited has a step to take. */
final class Liveness {
  private static final int EFFORT = 5_000_000;
  private static final String PREFIX = "Live";

  private final ParsedModule module;
  private final Evaluator evaluator;
  private final Inhabited inhabited;
  private final Solver solver;

  Liveness(ParsedModule module, Solver solver) {
    this.module = module;
    this.evaluator = new Evaluator(module.definitions());
    this.inhabited = new Inhabited(module.definitions(), evaluator);
    this.solver = solver;
  }

  /** The operators of Induction.tla that say when it has one. */
  List<String> premises() {
    return Specification.named(module, PREFIX);
  }

  /** The calls that have found nothing to take, and wait or are on their way to it. */
  static List<Case> waiting() {
    return Case.calls().stream().filter(of -> of.isLate() && !of.at().equals("closing")).toList();
  }

  /** Whether there may be such a call, in any kernel. */
  Solver.Answer occurs(Case of, String premise) {
    return ask(of, any -> List.of(holds(premise, any)));
  }

  /** Whether there may be one that has no step. */
  Solver.Answer isStuck(Case of, String premise) {
    return ask(of, any -> List.of(holds(premise, any), Term.not(hasStep(any))));
  }

  /** Whether one may have no step, whatever has come. */
  Solver.Answer blocks(Case of) {
    return ask(of, any -> List.of(Term.not(hasStep(any))));
  }

  private interface Question {
    List<Term> of(AnyStep any);
  }

  private Solver.Answer ask(Case of, Question question) {
    List<Solver.Answer> answers = new ArrayList<>();
    Path.each(
        solver,
        path -> {
          AnyStep any = new AnyStep(evaluator, Specification.alternatives(), of, path);
          Term asked = Term.and(question.of(any));
          answers.add(solver.ask(path.conditions(), asked, EFFORT));
          path.end();
        });
    return answers.get(0);
  }

  private Term holds(String premise, AnyStep any) {
    return evaluator.condition(
        AnyStep.MODULE + premise, any.variant, any.kernel, new Sym.Leaf(any.thread), any.call);
  }

  private Term hasStep(AnyStep any) {
    return inhabited.of("Steps_Steps", any.variant, any.kernel, new Sym.Leaf(any.thread), any.call);
  }
}
