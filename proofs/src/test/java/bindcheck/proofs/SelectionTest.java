package bindcheck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the proofs take for true of {@code SelectSeq} follows from its definition, by induction over
 * the elements that it has looked at, for any sequence and condition: nothing is selected of none;
 * of one more, which is the last then, it is appended where the condition holds of it.
 */
class SelectionTest extends AskingSolver {
  private static final int EFFORT = 10_000_000;

  private final Term elements = Term.fresh("elements", Term.arrayOf(Term.INT));
  private final Term wanted = Term.fresh("wanted", Term.arrayOf(Term.BOOL));
  private final Term from = Term.fresh("from", Term.INT);
  private final Term to = Term.fresh("to", Term.INT);
  private final Selection before = Selection.of(first(to), this::isWanted);

  @Test
  void ofNoElement() {
    Selection none = of(from, Sym.sequence(new Sym.Tup(List.of()), Shape.Leaf.NUMBER), before);
    assertEquals(Solver.Answer.IMPOSSIBLE, solver.ask(List.of(), broken(none), EFFORT));
  }

  @Test
  void oneMoreIsAppended() {
    assertKept(true, appended());
  }

  @Test
  void oneMoreIsPassedOver() {
    assertKept(false, of(next(), before.selected(), before));
  }

  /** Two elements that are wanted are in the order in which they were. */
  @Test
  void whatIsWantedStaysInOrder() {
    Sym.Seq selected = before.selected();
    Term m = Term.fresh("m", Term.INT);
    Term n = Term.fresh("n", Term.INT);
    Term x = Term.variable("x");
    Term y = Term.variable("y");
    Term inOrder =
        Term.exists(
            List.of(x, y),
            Term.and(
                Selection.within(x, selected),
                Selection.within(y, selected),
                Term.less(x, y),
                Sym.equal(selected.at(x), before.of().at(m)),
                Sym.equal(selected.at(y), before.of().at(n))));
    List<Term> known = new ArrayList<>(all(before));
    for (Term each : List.of(m, n)) {
      known.add(Selection.within(each, before.of()));
      known.add(isWanted(before.of().at(each)));
    }
    known.add(Term.less(m, n));
    assertEquals(Solver.Answer.IMPOSSIBLE, solver.ask(known, Term.not(inOrder), EFFORT));
  }

  /** The proof is not empty: with the condition the other way round it does not go through. */
  @Test
  void appendingWhatIsNotWantedBreaksIt() {
    assertNotEquals(Solver.Answer.IMPOSSIBLE, asked(false, appended()));
  }

  private void assertKept(boolean isWanted, Selection after) {
    assertEquals(Solver.Answer.IMPOSSIBLE, asked(isWanted, after));
  }

  private Solver.Answer asked(boolean isWanted, Selection after) {
    List<Term> known = new ArrayList<>(all(before));
    known.add(Term.atLeast(to, from));
    known.add(Term.equal(isWanted(first(next()).at(to)), Term.of(isWanted)));
    return solver.ask(known, broken(after), EFFORT);
  }

  private static Term broken(Selection of) {
    return Term.not(Term.and(all(of)));
  }

  private static List<Term> all(Selection of) {
    List<Term> all = new ArrayList<>(of.facts());
    all.add(of.inOrder());
    return all;
  }

  private Selection appended() {
    Sym.Seq selected = before.selected();
    return new Selection(
        first(next()),
        this::isWanted,
        Sym.append(selected, first(next()).at(to)),
        Term.store(before.was(), selected.to(), to),
        Term.store(before.is(), to, selected.to()));
  }

  private Selection of(Term end, Sym.Seq selected, Selection places) {
    return new Selection(first(end), this::isWanted, selected, places.was(), places.is());
  }

  private Term next() {
    return Term.sum(to, Term.of(1), 1);
  }

  private Sym.Seq first(Term end) {
    return new Sym.Seq(from, end, List.of(elements), Shape.Leaf.NUMBER);
  }

  private Term isWanted(Sym value) {
    return Term.select(wanted, value.term());
  }
}
