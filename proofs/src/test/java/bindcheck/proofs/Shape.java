package bindcheck.proofs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the values of one place of the state have in common: which terms make one up. */
sealed interface Shape {
  /** A number, a string or a truth. */
  record Leaf(String sort) implements Shape {
    static final Shape NUMBER = new Leaf(Term.INT);
    static final Shape TRUTH = new Leaf(Term.BOOL);
  }

  /** A record with these fields; a value of it need not have them all. */
  record Rec(SortedMap<String, Shape> fields) implements Shape {}

  /** A sequence of no element or one. */
  record Opt(Shape element) implements Shape {}

  /** A sequence of any length. */
  record Seq(Shape element) implements Shape {}

  /** A set of some of these strings. */
  record Flags(List<String> names) implements Shape {}

  /** A set of any numbers. */
  record Set(Shape element) implements Shape {}

  /** A function of numbers, of any domain. */
  record Fcn(Shape value) implements Shape {}

  /** A record: names, each before its shape. */
  static Rec record(Object... fields) {
    SortedMap<String, Shape> shapes = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      shapes.put((String) fields[i], (Shape) fields[i + 1]);
    }
    return new Rec(shapes);
  }

  /** The sorts of the terms that make up a value. */
  default List<String> sorts() {
    if (this instanceof Leaf leaf) {
      return List.of(leaf.sort());
    }
    List<String> sorts = new ArrayList<>();
    if (this instanceof Rec rec) {
      rec.fields().values().forEach(field -> sorts.addAll(field.sorts()));
    } else if (this instanceof Opt opt) {
      sorts.add(Term.BOOL);
      sorts.addAll(opt.element().sorts());
    } else if (this instanceof Flags flags) {
      flags.names().forEach(name -> sorts.add(Term.BOOL));
    } else if (this instanceof Set set) {
      String sort = Term.BOOL;
      for (int i = set.element().sorts().size(); i > 0; i--) {
        sort = Term.arrayOf(sort);
      }
      sorts.add(sort);
    } else if (this instanceof Seq seq) {
      sorts.add(Term.INT);
      sorts.add(Term.INT);
      seq.element().sorts().forEach(sort -> sorts.add(Term.arrayOf(sort)));
    } else {
      sorts.add(Term.arrayOf(Term.BOOL));
      ((Fcn) this).value().sorts().forEach(sort -> sorts.add(Term.arrayOf(sort)));
    }
    return sorts;
  }

  /** What the next terms make up. */
  default Sym build(Iterator<Term> terms) {
    if (this instanceof Leaf) {
      return new Sym.Leaf(terms.next());
    }
    if (this instanceof Rec rec) {
      SortedMap<String, Thunk> fields = new TreeMap<>();
      rec.fields().forEach((name, field) -> fields.put(name, Thunk.of(field.build(terms))));
      return new Sym.Rec(fields);
    }
    if (this instanceof Opt opt) {
      return new Sym.Opt(terms.next(), opt.element().build(terms));
    }
    if (this instanceof Flags flags) {
      List<Sym.Element> elements = new ArrayList<>();
      flags.names().forEach(name -> elements.add(new Sym.Element(Sym.text(name), terms.next())));
      return new Sym.Some(elements);
    }
    if (this instanceof Set set) {
      return Sym.Many.of(terms.next(), set.element());
    }
    if (this instanceof Seq seq) {
      return new Sym.Seq(
          terms.next(), terms.next(), next(seq.element().sorts().size(), terms), seq.element());
    }
    Shape value = ((Fcn) this).value();
    return new Sym.Fcn(terms.next(), next(value.sorts().size(), terms), value);
  }

  private static List<Term> next(int number, Iterator<Term> terms) {
    List<Term> next = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      next.add(terms.next());
    }
    return next;
  }

  /** Any value of this shape. */
  default Sym any(String name) {
    return build(sorts().stream().map(sort -> Term.fresh(name, sort)).iterator());
  }

  /** The terms that make up a value; where it has no such part, any. */
  default List<Term> terms(Sym of) {
    List<Term> terms = new ArrayList<>();
    if (this instanceof Leaf) {
      terms.add(of.term());
    } else if (this instanceof Rec rec) {
      Sym.Rec value = (Sym.Rec) of;
      rec.fields()
          .forEach(
              (name, field) ->
                  terms.addAll(
                      value.fields().containsKey(name)
                          ? field.terms(value.fields().get(name).value())
                          : field.terms(field.any("none"))));
    } else if (this instanceof Opt opt) {
      Sym.Opt value = Sym.option(of, opt.element());
      terms.add(value.isThere());
      terms.addAll(opt.element().terms(value.element()));
    } else if (this instanceof Flags flags) {
      Sym.Some value = (Sym.Some) of;
      flags.names().forEach(name -> terms.add(value.contains(Sym.text(name))));
      value.assertWithin(flags.names());
    } else if (this instanceof Set set) {
      terms.add(Sym.many(of, set.element()).array());
    } else if (this instanceof Seq seq) {
      Sym.Seq value = Sym.sequence(of, seq.element());
      terms.add(value.from());
      terms.add(value.to());
      terms.addAll(value.elements());
    } else {
      Sym.Fcn value = Sym.function(of, ((Fcn) this).value());
      terms.add(value.domain());
      terms.addAll(value.values());
    }
    return terms;
  }

  /** The least shape that a value has. */
  static Shape of(Sym value) {
    if (value instanceof Sym.Leaf leaf) {
      return new Leaf(leaf.term().sort);
    }
    if (value instanceof Sym.Rec rec) {
      SortedMap<String, Shape> fields = new TreeMap<>();
      rec.fields().forEach((name, field) -> fields.put(name, of(field.value())));
      return new Rec(fields);
    }
    if (value instanceof Sym.Opt opt) {
      return new Opt(of(opt.element()));
    }
    if (value instanceof Sym.Seq seq) {
      return new Seq(seq.element());
    }
    if (value instanceof Sym.Some some) {
      return new Flags(some.elements().stream().map(e -> Texts.of(e.value().term())).toList());
    }
    if (value instanceof Sym.Many many) {
      return new Set(many.element());
    }
    throw new IllegalArgumentException("no shape of " + value);
  }
}
