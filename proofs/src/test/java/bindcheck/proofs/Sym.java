package bindcheck.proofs;

import bindcheck.tla.Expression;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** A value of TLA+ of which not all is known: what it is made of are terms. */
sealed interface Sym {
  /** A number, a string or a truth. */
  record Leaf(Term term) implements Sym {}

  /** A record. */
  record Rec(SortedMap<String, Thunk> fields) implements Sym {}

  /** A sequence whose length is known. */
  record Tup(List<Thunk> elements) implements Sym {}

  /** A sequence of no element or one. */
  record Opt(Term isThere, Sym element) implements Sym {}

  /** A sequence: what arrays have at the numbers from one on, up to but without the other. */
  record Seq(Term from, Term to, List<Term> elements, Shape element) implements Sym {
    Term length() {
      return Term.sum(to, from, -1);
    }

    /** Whether it is so for an index: in arrays, so that a solver finds the elements. */
    Term existsIndex(Function<Sym, Term> condition) {
      Term place = Term.variable("n");
      Sym index = new Leaf(Term.sum(Term.sum(place, from, -1), Term.of(1), 1));
      return Term.exists(
          List.of(place),
          Term.and(Term.atLeast(place, from), Term.less(place, to), condition.apply(index)));
    }

    /** The element at an index of the arrays. */
    Sym at(Term index) {
      return element.build(elements.stream().map(a -> Term.select(a, index)).iterator());
    }
  }

  /** A value that a set has under a condition. */
  record Element(Sym value, Term condition) {}

  /** A set of few, each under a condition. */
  record Some(List<Element> elements) implements Sym {
    Term contains(Sym value) {
      return Term.or(
          elements.stream().map(e -> Term.and(e.condition(), equal(e.value(), value))).toList());
    }

    void assertWithin(List<String> names) {
      for (Element element : elements) {
        String name = Texts.of(element.value().term());
        if (!names.contains(name) && !element.condition().isFalse()) {
          throw new IllegalArgumentException(name + " is not among " + names);
        }
      }
    }
  }

  /**
   * A set that may have any number of elements.
   *
   * @param array that of its characteristic function; null where there is none yet
   * @param of the sequence whose indices its elements are; null where they are not
   */
  record Many(Function<Sym, Term> holds, Term array, Shape element, Seq of) implements Sym {
    static Many of(Term array, Shape element) {
      return new Many(
          value -> {
            Term within = array;
            for (Term part : element.terms(value)) {
              within = Term.select(within, part);
            }
            return within;
          },
          array,
          element,
          null);
    }

    static Many of(Function<Sym, Term> holds, Shape element) {
      return new Many(holds, null, element, null);
    }

    /** The condition on all values that may be its elements, as one term. */
    Term forAll(Function<Sym, Term> condition) {
      return Term.not(exists(value -> Term.not(condition.apply(value))));
    }

    Term exists(Function<Sym, Term> condition) {
      if (of != null) {
        return of.existsIndex(n -> Term.and(holds.apply(n), condition.apply(n)));
      }
      List<Term> variables = element.sorts().stream().map(sort -> Term.variable("x")).toList();
      Sym value = element.build(variables.iterator());
      return Term.exists(variables, Term.and(holds.apply(value), condition.apply(value)));
    }
  }

  /** The numbers from one to another; the indices of a sequence where there is one. */
  record Interval(Term from, Term to, Seq of) implements Sym {}

  /** A function of numbers: its domain and values as arrays. */
  record Fcn(Term domain, List<Term> values, Shape value) implements Sym {
    Sym at(Term argument) {
      return value.build(values.stream().map(a -> Term.select(a, argument)).iterator());
    }

    Term has(Term argument) {
      return Term.select(domain, argument);
    }
  }

  /** A function of one argument. */
  record Single(Sym argument, Sym value) implements Sym {}

  /** An operator, with what the names in it mean. */
  record Operator(List<String> parameters, Expression body, Names names) implements Sym {}

  static Sym text(String text) {
    return new Leaf(Texts.term(text));
  }

  static Sym number(long number) {
    return new Leaf(Term.of(number));
  }

  static Sym truth(Term truth) {
    return new Leaf(truth);
  }

  /** Of a number, a string or a truth. */
  default Term term() {
    if (this instanceof Leaf leaf) {
      return leaf.term();
    }
    throw new IllegalArgumentException("neither number, string nor truth: " + this);
  }

  default Sym field(String name) {
    Thunk field = ((Rec) this).fields().get(name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name);
    }
    return field.value();
  }

  /** As a sequence of no element or one. */
  static Opt option(Sym of, Shape element) {
    if (of instanceof Opt opt) {
      return opt;
    }
    Tup tuple = (Tup) of;
    return tuple.elements().isEmpty()
        ? new Opt(Term.FALSE, element.any("none"))
        : new Opt(Term.TRUE, tuple.elements().get(0).value());
  }

  /** As a sequence of any length. */
  static Seq sequence(Sym of, Shape element) {
    if (of instanceof Seq seq) {
      return seq;
    }
    Term from = Term.of(0);
    List<Term> arrays =
        element.sorts().stream().map(s -> Term.fresh("elements", Term.arrayOf(s))).toList();
    Seq sequence = new Seq(from, from, arrays, element);
    for (Thunk each : ((Tup) of).elements()) {
      sequence = append(sequence, each.value());
    }
    return sequence;
  }

  static Seq append(Seq sequence, Sym last) {
    List<Term> longer = new ArrayList<>();
    Iterator<Term> parts = sequence.element().terms(last).iterator();
    for (Term array : sequence.elements()) {
      longer.add(Term.store(array, sequence.to(), parts.next()));
    }
    return new Seq(
        sequence.from(), Term.sum(sequence.to(), Term.of(1), 1), longer, sequence.element());
  }

  static Fcn function(Sym of, Shape value) {
    if (of instanceof Fcn fcn) {
      return fcn;
    }
    if (!((Tup) of).elements().isEmpty()) {
      throw new IllegalArgumentException("a sequence as a function");
    }
    List<Term> arrays =
        value.sorts().stream().map(s -> Term.fresh("none", Term.arrayOf(s))).toList();
    return new Fcn(Term.everywhere(Term.FALSE), arrays, value);
  }

  /** As a set of any number of elements, with an array. */
  static Many many(Sym of, Shape element) {
    if (of instanceof Many many && many.array() != null) {
      return many;
    }
    if (of instanceof Some some && element instanceof Shape.Leaf) {
      Term array = Term.everywhere(Term.FALSE);
      for (Element each : some.elements()) {
        array =
            Term.store(
                array,
                each.value().term(),
                Term.or(each.condition(), Term.select(array, each.value().term())));
      }
      return Many.of(array, element);
    }
    if (of instanceof Some some && some.elements().isEmpty()) {
      Term array = Term.FALSE;
      for (int i = element.sorts().size(); i > 0; i--) {
        array = Term.everywhere(array);
      }
      return Many.of(array, element);
    }
    Many many = (Many) of;
    List<Term> variables = element.sorts().stream().map(sort -> Term.variable("x")).toList();
    Term holds = many.holds().apply(element.build(variables.iterator()));
    String sort = Term.BOOL;
    for (int i = variables.size(); i > 0; i--) {
      sort = Term.arrayOf(sort);
    }
    Many named = Many.of(Term.fresh("set", sort), element);
    Path.current()
        .assume(
            Term.forall(
                variables,
                Term.equal(named.holds().apply(element.build(variables.iterator())), holds)));
    return named;
  }

  /** Whether two values are equal. */
  static Term equal(Sym one, Sym other) {
    if (one instanceof Leaf a && other instanceof Leaf b) {
      return a.term().sort.equals(b.term().sort) ? Term.equal(a.term(), b.term()) : Term.FALSE;
    }
    if (one instanceof Rec a && other instanceof Rec b) {
      if (!a.fields().keySet().equals(b.fields().keySet())) {
        return Term.FALSE;
      }
      return Term.and(
          a.fields().keySet().stream().map(f -> equal(one.field(f), other.field(f))).toList());
    }
    if (one instanceof Tup a && other instanceof Tup b) {
      if (a.elements().size() != b.elements().size()) {
        return Term.FALSE;
      }
      List<Term> same = new ArrayList<>();
      for (int i = 0; i < a.elements().size(); i++) {
        same.add(equal(a.elements().get(i).value(), b.elements().get(i).value()));
      }
      return Term.and(same);
    }
    if (one instanceof Tup) {
      return equal(other, one);
    }
    if (one instanceof Opt a) {
      return equalOption(a, other);
    }
    if (one instanceof Seq a) {
      return equalSequence(a, other);
    }
    if (one instanceof Some || one instanceof Many) {
      return Term.and(isSubset(one, other), isSubset(other, one));
    }
    if (one instanceof Fcn a) {
      return equalFunction(a, function(other, a.value()));
    }
    throw new IllegalArgumentException("not compared: " + one + " and " + other);
  }

  private static Term equalOption(Opt one, Sym other) {
    if (other instanceof Tup tuple && tuple.elements().size() > 1) {
      return Term.FALSE;
    }
    if (other instanceof Tup tuple && tuple.elements().isEmpty()) {
      return Term.not(one.isThere());
    }
    Opt b = option(other, Shape.of(one.element()));
    return Term.and(
        Term.equal(one.isThere(), b.isThere()),
        Term.implies(one.isThere(), equal(one.element(), b.element())));
  }

  private static Term equalSequence(Seq one, Sym other) {
    if (other instanceof Tup tuple) {
      List<Term> same = new ArrayList<>();
      same.add(Term.equal(one.length(), Term.of(tuple.elements().size())));
      for (int i = 0; i < tuple.elements().size(); i++) {
        Sym element = one.at(Term.sum(one.from(), Term.of(i), 1));
        same.add(equal(element, tuple.elements().get(i).value()));
      }
      return Term.and(same);
    }
    Seq b = (Seq) other;
    Term index = Term.variable("n");
    Term shifted = Term.sum(Term.sum(index, one.from(), -1), b.from(), 1);
    return Term.or(
        samePlaces(one, b),
        Term.and(
            Term.equal(one.length(), b.length()),
            Term.forall(
                List.of(index),
                Term.implies(
                    Term.and(Term.atLeast(index, one.from()), Term.less(index, one.to())),
                    equal(one.at(index), b.at(shifted))))));
  }

  /** Then they are equal: a solver need not look at their elements. */
  private static Term samePlaces(Seq one, Seq other) {
    List<Term> same = new ArrayList<>();
    same.add(Term.equal(one.from(), other.from()));
    same.add(Term.equal(one.to(), other.to()));
    for (int i = 0; i < one.elements().size(); i++) {
      same.add(Term.equal(one.elements().get(i), other.elements().get(i)));
    }
    return Term.and(same);
  }

  private static Term equalFunction(Fcn one, Fcn other) {
    Term argument = Term.variable("x");
    return Term.forall(
        List.of(argument),
        Term.and(
            Term.equal(one.has(argument), other.has(argument)),
            Term.implies(one.has(argument), equal(one.at(argument), other.at(argument)))));
  }

  static Term isSubset(Sym some, Sym all) {
    if (some instanceof Some few) {
      return Term.and(
          few.elements().stream()
              .map(e -> Term.implies(e.condition(), contains(all, e.value())))
              .toList());
    }
    return ((Many) some).forAll(value -> contains(all, value));
  }

  static Term contains(Sym set, Sym value) {
    if (set instanceof Some some) {
      return some.contains(value);
    }
    if (set instanceof Many many) {
      return many.holds().apply(value);
    }
    Interval interval = (Interval) set;
    return Term.and(
        Term.atLeast(value.term(), interval.from()), Term.atLeast(interval.to(), value.term()));
  }
}
