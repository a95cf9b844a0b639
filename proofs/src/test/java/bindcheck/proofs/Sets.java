package bindcheck.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sets made of others. */
final class Sets {
  private Sets() {}

  static Sym.Some of(List<Sym> elements) {
    return new Sym.Some(elements.stream().map(value -> new Sym.Element(value, Term.TRUE)).toList());
  }

  static Sym union(Sym one, Sym other) {
    if (one instanceof Sym.Some a && other instanceof Sym.Some b) {
      List<Sym.Element> both = new ArrayList<>(a.elements());
      for (Sym.Element each : b.elements()) {
        both.add(
            new Sym.Element(
                each.value(), Term.and(each.condition(), Term.not(a.contains(each.value())))));
      }
      return new Sym.Some(both);
    }
    if (one instanceof Sym.Some) {
      return union(other, one);
    }
    Sym.Many many = (Sym.Many) one;
    return other instanceof Sym.Some some && isPlain(many)
        ? stored(many, some, true)
        : Sym.Many.of(
            value -> Term.or(Sym.contains(one, value), Sym.contains(other, value)), many.element());
  }

  static Sym without(Sym one, Sym other) {
    return one instanceof Sym.Many many && other instanceof Sym.Some some && isPlain(many)
        ? stored(many, some, false)
        : kept(one, value -> Term.not(Sym.contains(other, value)));
  }

  private static boolean isPlain(Sym.Many many) {
    return many.array() != null && many.element() instanceof Shape.Leaf;
  }

  private static Sym stored(Sym.Many many, Sym.Some some, boolean in) {
    Term array = many.array();
    for (Sym.Element each : some.elements()) {
      Term at = each.value().term();
      Term old = Term.select(array, at);
      array = Term.store(array, at, Term.choice(each.condition(), Term.of(in), old));
    }
    return Sym.Many.of(array, many.element());
  }

  static Sym kept(Sym of, Function<Sym, Term> holds) {
    if (of instanceof Sym.Some some) {
      return new Sym.Some(
          some.elements().stream()
              .map(e -> new Sym.Element(e.value(), Term.and(e.condition(), holds.apply(e.value()))))
              .toList());
    }
    Sym.Many many = (Sym.Many) of;
    return new Sym.Many(
        value -> Term.and(many.holds().apply(value), holds.apply(value)),
        null,
        many.element(),
        many.of());
  }
}
