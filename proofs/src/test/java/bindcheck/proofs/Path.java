package bindcheck.proofs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One way through an expression, where conditions that are not decided go either way and sets give
 * any of their elements. It is walked by evaluating anew, with the first decisions given.
 */
final class Path {
  /** There is no value on this way. */
  static final class DeadException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private record Decision(int taken, int ways) {}

  private static final int GLANCE = 1_000_000;
  private static Path current;

  private final List<Decision> given;
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Term> conditions = new ArrayList<>();
  private final Map<List<Term>, Selection> selections = new HashMap<>();
  private final Solver.Questions questions;

  private Path(List<Decision> given, Solver.Questions questions) {
    this.given = given;
    this.questions = questions;
  }

  /** The one that is being walked. */
  static Path current() {
    return current;
  }

  /**
   * Walks all ways through what is walked, but for those that are plainly impossible.
   *
   * @param solver is asked whether a way is possible
   */
  static void each(Solver solver, Consumer<Path> walk) {
    List<Decision> given = List.of();
    Solver.Questions questions = solver.questions();
    while (given != null) {
      current = new Path(given, questions);
      Term.restart();
      try {
        walk.accept(current);
      } catch (DeadException nothing) {
        // the next way
      }
      given = current.next();
    }
  }

  private List<Decision> next() {
    for (int i = decisions.size() - 1; i >= 0; i--) {
      Decision last = decisions.get(i);
      if (last.taken() + 1 < last.ways()) {
        List<Decision> next = new ArrayList<>(decisions.subList(0, i));
        next.add(new Decision(last.taken() + 1, last.ways()));
        return next;
      }
    }
    return null;
  }

  /** One of so many. */
  int choose(int ways) {
    if (ways == 0) {
      throw new DeadException();
    }
    if (ways == 1) {
      return 0;
    }
    Decision decision =
        decisions.size() < given.size() ? given.get(decisions.size()) : new Decision(0, ways);
    decisions.add(decision);
    return decision.taken();
  }

  /** Whether the condition holds on this way. */
  boolean decide(Term condition) {
    if (condition.isTrue() || condition.isFalse()) {
      return condition.isTrue();
    }
    if (conditions.contains(condition)) {
      return true;
    }
    if (conditions.contains(Term.not(condition))) {
      return false;
    }
    boolean holds = choose(2) == 0;
    require(holds ? condition : Term.not(condition));
    return holds;
  }

  /** The way ends here where the condition cannot hold. */
  void require(Term condition) {
    boolean isFree = condition.isName() && !conditions.contains(Term.not(condition));
    assume(condition);
    boolean isNew = decisions.size() >= given.size();
    if (condition.isFalse()
        || (isNew
            && !isFree
            && questions.ask(conditions, Term.TRUE, GLANCE) == Solver.Answer.IMPOSSIBLE)) {
      throw new DeadException();
    }
  }

  /** Adds what holds on this way. */
  void assume(Term condition) {
    if (condition.isOpen) {
      throw new IllegalStateException("within a quantifier: " + condition);
    }
    if (!condition.isTrue()) {
      conditions.add(condition);
    }
  }

  /** The elements for which it holds; where that was asked before, the same sequence. */
  Sym.Seq selected(Sym.Seq of, Function<Sym, Term> holds) {
    Selection selection = Selection.of(of, holds);
    Selection known = selections.putIfAbsent(selection.key(), selection);
    if (known == null) {
      selection.facts().forEach(this::assume);
      return selection.selected();
    }
    return known.selected();
  }

  /** No further way is walked. */
  void end() {
    decisions.clear();
  }

  List<Term> conditions() {
    return conditions;
  }
}
