package bindcheck.proofs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What terms say where names stand for other terms, and quantifiers are about few numbers. */
final class Expansion {
  private final List<Term> numbers;
  private final Map<Term, Term> expanded;

  /**
   * Nothing is expanded yet.
   *
   * @param numbers those that a quantifier is about
   * @param names what each stands for; the others stand for themselves
   */
  Expansion(List<Term> numbers, Map<Term, Term> names) {
    this.numbers = List.copyOf(numbers);
    this.expanded = new HashMap<>(names);
  }

  Term of(Term term) {
    Term known = expanded.get(term);
    if (known == null) {
      known = expand(term);
      expanded.put(term, known);
    }
    return known;
  }

  private Term expand(Term term) {
    if (!term.isQuantifier()) {
      return term.args.isEmpty() ? term : term.rebuilt(term.args.stream().map(this::of).toList());
    }
    List<Term> cases = List.of(term.last());
    for (Term variable : term.args.subList(0, term.args.size() - 1)) {
      List<Term> more = new ArrayList<>();
      for (Term each : cases) {
        numbers.forEach(number -> more.add(each.with(variable, number)));
      }
      cases = more;
    }
    List<Term> all = cases.stream().map(this::of).toList();
    return term.op.equals("forall") ? Term.and(all) : Term.or(all);
  }
}
