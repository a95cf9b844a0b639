package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The elements of a sequence for which something holds, in their order: what {@code SelectSeq} of
 * TLA+ gives, as its definition has it: {@code SelectionTest} proves it.
 *
 * @param was where each element that is selected was
 * @param is where each element for which it holds is among these
 */
record Selection(Sym.Seq of, Function<Sym, Term> holds, Sym.Seq selected, Term was, Term is) {

  /** One with names for all that is not known. */
  static Selection of(Sym.Seq of, Function<Sym, Term> holds) {
    List<Term> arrays =
        of.elements().stream().map(array -> Term.fresh("selected", array.sort)).toList();
    Term to = Term.fresh("selected", Term.INT);
    return new Selection(
        of,
        holds,
        new Sym.Seq(Term.of(0), to, arrays, of.element()),
        Term.fresh("was", Term.arrayOf(Term.INT)),
        Term.fresh("is", Term.arrayOf(Term.INT)));
  }

  /** Equal for equal sequences and equal conditions. */
  List<Term> key() {
    List<Term> key = new ArrayList<>(of.elements());
    key.add(of.from());
    key.add(of.to());
    Term n = Term.variable("n");
    key.add(Term.forall(List.of(n), Term.implies(within(n, of), holds.apply(of.at(n)))));
    return key;
  }

  /**
   * What holds of it: each element was there once and is there once, and they are not more than
   * there were.
   */
  List<Term> facts() {
    return List.of(
        Term.atLeast(selected.length(), Term.of(0)),
        Term.atLeast(of.length(), selected.length()),
        eachWasThere(),
        eachIsThere());
  }

  private Term eachWasThere() {
    Term n = Term.variable("n");
    Term place = Term.select(was, n);
    return Term.forall(
        n,
        selected.elements().stream().map(array -> Term.select(array, n)).toList(),
        Term.implies(
            within(n, selected),
            Term.and(
                within(place, of),
                holds.apply(of.at(place)),
                Sym.equal(selected.at(n), of.at(place)),
                Term.equal(Term.select(is, place), n))));
  }

  private Term eachIsThere() {
    Term n = Term.variable("n");
    Term place = Term.select(is, n);
    return Term.forall(
        n,
        of.elements().stream().map(array -> Term.select(array, n)).toList(),
        Term.implies(
            Term.and(within(n, of), holds.apply(of.at(n))),
            Term.and(
                within(place, selected),
                Sym.equal(selected.at(place), of.at(n)),
                Term.equal(Term.select(was, place), n))));
  }

  /** Of two elements that are selected, the first was the first. */
  Term inOrder() {
    Term m = Term.variable("m");
    Term n = Term.variable("n");
    return Term.forall(
        List.of(m, n),
        Term.implies(
            Term.and(within(m, selected), within(n, selected), Term.less(m, n)),
            Term.less(Term.select(was, m), Term.select(was, n))));
  }

  static Term within(Term index, Sym.Seq of) {
    return Term.and(Term.atLeast(index, of.from()), Term.less(index, of.to()));
  }
}
