package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One value that is one or the other. */
final class Merge {
  private Merge() {}

  /** The one where the condition holds, else the other. */
  static Sym of(Term condition, Sym yes, Sym no) {
    if (yes instanceof Sym.Rec a && no instanceof Sym.Rec b) {
      return records(condition, a, b);
    }
    if (yes instanceof Sym.Tup a
        && no instanceof Sym.Tup b
        && a.elements().size() == b.elements().size()) {
      List<Thunk> elements = new ArrayList<>();
      for (int i = 0; i < a.elements().size(); i++) {
        Thunk one = a.elements().get(i);
        Thunk other = b.elements().get(i);
        elements.add(Thunk.of(() -> of(condition, one.value(), other.value())));
      }
      return new Sym.Tup(elements);
    }
    if (yes instanceof Sym.Some a && no instanceof Sym.Some b) {
      List<Sym.Element> elements = new ArrayList<>();
      a.elements()
          .forEach(
              e -> elements.add(new Sym.Element(e.value(), Term.and(condition, e.condition()))));
      Sym.Some one = new Sym.Some(elements);
      List<Sym.Element> others = new ArrayList<>();
      b.elements()
          .forEach(
              e ->
                  others.add(
                      new Sym.Element(e.value(), Term.and(Term.not(condition), e.condition()))));
      return Sets.union(one, new Sym.Some(others));
    }
    Shape shape = Shape.of(yes instanceof Sym.Tup || yes instanceof Sym.Some ? no : yes);
    List<Term> some = shape.terms(yes);
    List<Term> others = shape.terms(no);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      terms.add(Term.choice(condition, some.get(i), others.get(i)));
    }
    return shape.build(terms.iterator());
  }

  private static Sym records(Term condition, Sym.Rec yes, Sym.Rec no) {
    SortedMap<String, Thunk> fields = new TreeMap<>(no.fields());
    yes.fields()
        .forEach(
            (name, field) -> {
              Thunk other = no.fields().get(name);
              fields.put(
                  name,
                  other == null
                      ? field
                      : Thunk.of(() -> of(condition, field.value(), other.value())));
            });
    return new Sym.Rec(fields);
  }
}
