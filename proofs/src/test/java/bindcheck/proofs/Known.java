package bindcheck.proofs;

import bindcheck.tla.Terms;
import bindcheck.tla.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values of which all is known, as those of which not all needs to be. */
final class Known {
  private Known() {}

  /** A value of a shape. */
  static Sym of(Value value, Shape shape) {
    return shape.build(
        shape
            .terms(shape instanceof Shape.Fcn fcn ? function(value, fcn) : plain(value, shape))
            .iterator());
  }

  private static Sym function(Value value, Shape.Fcn shape) {
    Sym.Fcn made = Sym.function(new Sym.Tup(List.of()), shape.value());
    Term domain = made.domain();
    List<Term> values = new ArrayList<>(made.values());
    for (Map.Entry<Value, Value> entry : Terms.entries(value).entrySet()) {
      Term at = Term.of(Terms.integer(entry.getKey()));
      domain = Term.store(domain, at, Term.TRUE);
      List<Term> parts = shape.value().terms(plain(entry.getValue(), shape.value()));
      for (int i = 0; i < parts.size(); i++) {
        values.set(i, Term.store(values.get(i), at, parts.get(i)));
      }
    }
    return new Sym.Fcn(domain, values, shape.value());
  }

  private static Sym plain(Value value, Shape shape) {
    if (shape instanceof Shape.Fcn fcn) {
      return function(value, fcn);
    }
    if (shape instanceof Shape.Rec rec) {
      SortedMap<String, Thunk> fields = new TreeMap<>();
      Terms.fields(value)
          .forEach(
              (name, field) -> fields.put(name, Thunk.of(plain(field, rec.fields().get(name)))));
      return new Sym.Rec(fields);
    }
    return of(value);
  }

  /** A number, a string, a truth, and what is made of them, but no function of numbers. */
  static Sym of(Value value) {
    if (Terms.isNumber(value)) {
      return Sym.number(Terms.integer(value));
    }
    if (Terms.isString(value)) {
      return Sym.text(Terms.text(value));
    }
    if (Terms.isTruth(value)) {
      return Sym.truth(Term.of(Terms.isTrue(value)));
    }
    if (Terms.isSequence(value)) {
      return new Sym.Tup(Terms.elements(value).stream().map(e -> Thunk.of(of(e))).toList());
    }
    if (Terms.isSet(value)) {
      return Sets.of(Terms.elements(value).stream().map(Known::of).toList());
    }
    SortedMap<String, Thunk> fields = new TreeMap<>();
    Terms.fields(value).forEach((name, field) -> fields.put(name, Thunk.of(of(field))));
    return new Sym.Rec(fields);
  }
}
