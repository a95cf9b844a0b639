package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks of each call whether its steps keep what Induction.tla says of all kernels, and the same of
 * the removal of objects, and of the kernel that has none.
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

  private final Obligations obligations;
  private final Solver solver;

  Induction(Obligations obligations, Solver solver) {
    this.obligations = obligations;
    this.solver = solver;
  }

  /** Tries to prove all of a case. */
  Result prove(Case of) {
    List<String> open = new ArrayList<>();
    int[] ways = {0};
    Solver.Questions questions = solver.questions();
    Path.each(
        solver,
        path -> {
          Way way = obligations.way(of, path);
          Map<String, Term> goals = way.goals();
          List<Term> known = way.known();
          ways[0]++;
          Term broken = Term.not(Term.and(List.copyOf(goals.values())));
          if (!broken.isFalse()
              && questions.ask(known, broken, MOST_EFFORT) != Solver.Answer.IMPOSSIBLE) {
            goals.forEach(
                (name, goal) -> {
                  if (!isKept(known, goal, MOST_EFFORT)) {
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
          Way way = obligations.way(of, path);
          Term goal = way.goals().get(property);
          if (goal != null && !isKept(way.known(), goal, GLANCE)) {
            new Counterexample(way).of(solver, goal, MOST_EFFORT).ifPresent(found::add);
          }
          if (!found.isEmpty()) {
            path.end();
          }
        });
    return found.stream().findFirst();
  }
}
