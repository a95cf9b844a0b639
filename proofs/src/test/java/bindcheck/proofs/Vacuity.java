package bindcheck.proofs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether what is proved of a case could have been false: it could, where a wrong step breaks it,
 * which leaves one part of its result as anything of its kind.
 */
final class Vacuity {
  /**
   * What came of a case.
   *
   * @param broken by property, a part of the result with which a small case is found that breaks it
   * @param vacuous the properties that hold whatever a step results in
   * @param open those of which neither is known
   */
  record Result(
      SortedMap<String, String> broken, SortedSet<String> vacuous, SortedSet<String> open) {}

  /** So many objects and handles: one for each lookup of a call, and one beside it. */
  private static final int FEW = 3;

  /** The form of what a step leaves: a wrong one keeps it, but where this is what is asked. */
  private static final String FORM = "InvLengths";

  private static final int EFFORT = 5_000_000;

  private final Obligations obligations;
  private final Solver solver;

  Vacuity(Obligations obligations, Solver solver) {
    this.obligations = obligations;
    this.solver = solver;
  }

  /** Looks for a wrong step of each property. */
  Result of(Case of) {
    SortedMap<String, String> broken = new TreeMap<>();
    SortedSet<String> open = new TreeSet<>(obligations.properties(of));
    SortedSet<String> vacuous = plainlyVacuous(of);
    open.removeAll(vacuous);
    Path.each(
        solver,
        path -> {
          breakEach(obligations.way(of, path), open, broken);
          if (open.isEmpty()) {
            path.end();
          }
        });
    vacuous.addAll(proved(of, open));
    open.removeAll(vacuous);
    return new Result(broken, vacuous, open);
  }

  /** What is true of any result as it is said: so it is on each way, if there is one. */
  private SortedSet<String> plainlyVacuous(Case of) {
    SortedSet<String> vacuous = new TreeSet<>(obligations.properties(of));
    Path.each(
        solver,
        path -> {
          Way way = obligations.way(of, path);
          for (Havoc havoc : Havoc.ofAll(way)) {
            Map<String, Term> goals = goals(way, havoc);
            vacuous.removeIf(property -> !goals.get(property).isTrue());
          }
          path.end();
        });
    return vacuous;
  }

  /** What holds of any result on each way, in kernels of any size. */
  private SortedSet<String> proved(Case of, Set<String> properties) {
    SortedSet<String> vacuous = new TreeSet<>(properties);
    Path.each(
        solver,
        path -> {
          if (vacuous.isEmpty()) {
            path.end();
            return;
          }
          Way way = obligations.way(of, path);
          if (isProved(way, Term.FALSE)) {
            return;
          }
          for (Havoc havoc : Havoc.ofAll(way)) {
            Map<String, Term> goals = goals(way, havoc);
            vacuous.removeIf(property -> !isProved(way, goals.get(property)));
          }
        });
    return vacuous;
  }

  private boolean isProved(Way way, Term goal) {
    return solver.ask(way.known(), Term.not(goal), EFFORT) == Solver.Answer.IMPOSSIBLE;
  }

  private void breakEach(Way way, Set<String> open, Map<String, String> broken) {
    Small small = new Small(way, FEW);
    if (!mayBreak(way, small, open)) {
      return;
    }
    Solver.Questions questions = solver.questions();
    Map<String, Term> right = way.says().apply(way.result());
    for (Havoc havoc : Havoc.ofEachPart(way)) {
      Map<String, Term> goals = goals(way, havoc);
      List<Term> known = small.known();
      for (String property : List.copyOf(open)) {
        if (!goals.get(property).equals(right.get(property))
            && isPossible(questions, known, small.of(broken(property, goals)))) {
          broken.put(property, havoc.part());
          open.remove(property);
        }
      }
    }
  }

  /** Whether a step that does anything at all may break one of them on this way. */
  private boolean mayBreak(Way way, Small small, Set<String> properties) {
    Solver.Questions questions = solver.questions();
    if (!isPossible(questions, small.known(), Term.TRUE)) {
      return false;
    }
    for (Havoc havoc : Havoc.ofAll(way)) {
      Map<String, Term> goals = goals(way, havoc);
      Term all = Term.and(properties.stream().map(goals::get).toList());
      if (isPossible(questions, small.known(), small.of(Term.not(all)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPossible(Solver.Questions questions, List<Term> known, Term condition) {
    return questions.ask(known, condition, EFFORT) == Solver.Answer.POSSIBLE;
  }

  private static Map<String, Term> goals(Way way, Havoc havoc) {
    return way.says().apply(havoc.of(way.result()));
  }

  private static Term broken(String property, Map<String, Term> goals) {
    Term broken = Term.not(goals.get(property));
    return property.equals(FORM) ? broken : Term.and(goals.get(FORM), broken);
  }
}
