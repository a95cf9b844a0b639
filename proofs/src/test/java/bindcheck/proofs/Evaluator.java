package bindcheck.proofs;

import bindcheck.tla.Definition;
import bindcheck.tla.Expression;
import bindcheck.tla.Expression.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Evaluates expressions of the specification as they are parsed, of values that are not known: it
 * knows TLA+, and nothing of what an operator means. What a set may give is one element on each
 * {@link Path}; within quantifiers, and in conditions, nothing is decided.
 */
final class Evaluator {
  private static final String AT = "@";

  /** What a step rests on, which is no part of a state. */
  private static final String EVIDENCE = "by";

  private final Map<String, Definition> definitions;

  /** Above 0, a value is one term for all cases, and not one of them a path. */
  private int whole;

  Evaluator(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  /** A condition of the operator applied to values, as one term. */
  Term condition(String operator, Sym... arguments) {
    return whole(() -> call(operator, thunks(arguments)).term());
  }

  /** The value of the operator on this path. */
  Sym value(String operator, Sym... arguments) {
    return call(operator, thunks(arguments));
  }

  /** The value of the operator as one for all cases. */
  Sym wholeValue(String operator, Sym... arguments) {
    return whole(() -> call(operator, thunks(arguments)));
  }

  /** What is evaluated as one for all cases: nothing is decided on this path. */
  <T> T whole(Supplier<T> evaluated) {
    whole++;
    try {
      return evaluated.get();
    } finally {
      whole--;
    }
  }

  /**
   * An element, on this path, of the set that the operator gives; but for {@code by}, all of it.
   */
  Sym element(String operator, Sym... arguments) {
    Definition definition = definitions.get(operator);
    Sym element =
        pick(definition.body(), Names.with(null, definition.parameters(), thunks(arguments)));
    evaluate(element);
    return element;
  }

  /** What is left for later may be decided on this path only now. */
  private static void evaluate(Sym value) {
    if (value instanceof Sym.Rec rec) {
      rec.fields()
          .forEach(
              (name, field) -> {
                if (!name.equals(EVIDENCE)) {
                  evaluate(field.value());
                }
              });
    } else if (value instanceof Sym.Tup tuple) {
      tuple.elements().forEach(each -> evaluate(each.value()));
    }
  }

  private static List<Thunk> thunks(Sym... arguments) {
    return List.of(arguments).stream().map(Thunk::of).toList();
  }

  private Sym call(String operator, List<Thunk> arguments) {
    Definition definition = definitions.get(operator);
    return value(definition.body(), Names.with(null, definition.parameters(), arguments));
  }

  private Thunk later(Expression of, Names names) {
    return Thunk.of(of, names, () -> value(of, names));
  }

  List<Thunk> later(List<Expression> parts, Names names) {
    return parts.stream().map(part -> later(part, names)).toList();
  }

  Term term(Expression of, Names names) {
    return value(of, names).term();
  }

  Sym value(Expression of, Names names) {
    return switch (of.kind()) {
      case NUMBER -> Sym.number(Long.parseLong(of.text()));
      case STRING -> Sym.text(of.text());
      case TRUTH -> Sym.truth(Term.of(of.text().equals("TRUE")));
      case AT -> Names.find(names, AT).value();
      case BOUND -> Names.find(names, of.text()).value();
      case LOCAL -> local(of, names);
      case CALL -> call(of.text(), later(of.parts(), names));
      case STANDARD -> standard(of, names);
      case OPERATOR -> operator(of.part(0), names);
      case AND -> Sym.truth(joined(of.parts(), names, Term.FALSE));
      case OR -> Sym.truth(joined(of.parts(), names, Term.TRUE));
      case IMPLIES -> Sym.truth(implied(of, names));
      case NOT -> Sym.truth(Term.not(term(of.part(0), names)));
      case IF -> either(of.parts(), names);
      case CASE -> either(of.parts(), names);
      case APPLY -> apply(value(of.part(0), names), value(of.part(1), names));
      case TUPLE -> new Sym.Tup(later(of.parts(), names));
      case SET ->
          new Sym.Some(
              of.parts().stream()
                  .map(part -> new Sym.Element(value(part, names), Term.TRUE))
                  .toList());
      case RECORD -> record(of, names);
      case EXCEPT -> except(of, names);
      case LET -> value(of.part(0), defined(of, names));
      case IMAGE -> image(of, names);
      case FILTER -> filter(of, names);
      case EXISTS -> Sym.truth(exists(of, 1, names, true));
      case FORALL -> Sym.truth(Term.not(exists(of, 1, names, false)));
      case CHOOSE -> choose(of, names);
      case FUNCTION -> function(of, names);
      case FIELD, CHANGE, RANGE, DEFINITION, PARAMETER ->
          throw new IllegalArgumentException("a part alone: " + of.kind());
    };
  }

  private Sym local(Expression of, Names names) {
    Sym value = Names.find(names, of.text()).value();
    return of.parts().isEmpty() || !(value instanceof Sym.Operator operator)
        ? value
        : applied(operator, later(of.parts(), names));
  }

  private Sym applied(Sym.Operator operator, List<Thunk> arguments) {
    return value(operator.body(), Names.with(operator.names(), operator.parameters(), arguments));
  }

  private Sym operator(Expression of, Names names) {
    return switch (of.kind()) {
      case LOCAL -> Names.find(names, of.text()).value();
      case DEFINITION -> closure(of, names);
      case CALL ->
          new Sym.Operator(
              definitions.get(of.text()).parameters(), definitions.get(of.text()).body(), null);
      default -> throw new IllegalArgumentException("an operator of TLA+ as an argument");
    };
  }

  private static Sym.Operator closure(Expression definition, Names names) {
    List<String> parameters =
        definition.parts().stream()
            .filter(part -> part.kind() == Kind.PARAMETER)
            .map(Expression::text)
            .toList();
    return new Sym.Operator(parameters, definition.last(), names);
  }

  Names defined(Expression let, Names names) {
    Names all = names;
    for (Expression definition : let.from(1)) {
      Thunk meaning =
          definition.parts().size() == 1
              ? later(definition.part(0), all)
              : Thunk.of(closure(definition, all));
      all = Names.with(all, definition.text(), meaning);
    }
    return all;
  }

  /** Parts from the left, until one is this. */
  private Term joined(List<Expression> parts, Names names, Term ending) {
    List<Term> terms = new ArrayList<>();
    for (Expression part : parts) {
      Term term = term(part, names);
      if (term.equals(ending)) {
        return ending;
      }
      terms.add(term);
    }
    return ending.isTrue() ? Term.or(terms) : Term.and(terms);
  }

  private Term implied(Expression of, Names names) {
    Term premise = term(of.part(0), names);
    return premise.isFalse() ? Term.TRUE : Term.implies(premise, term(of.part(1), names));
  }

  /** Conditions, each followed by its value; then that of all other cases. */
  private Sym either(List<Expression> parts, Names names) {
    if (parts.size() == 1) {
      return value(parts.get(0), names);
    }
    if (parts.isEmpty()) {
      throw new IllegalStateException("no case applies");
    }
    Term condition = condition(parts.get(0), names);
    List<Expression> rest = parts.subList(2, parts.size());
    if (whole == 0) {
      return Path.current().decide(condition) ? value(parts.get(1), names) : either(rest, names);
    }
    if (condition.isTrue() || rest.isEmpty()) {
      return value(parts.get(1), names);
    }
    if (condition.isFalse()) {
      return either(rest, names);
    }
    return Merge.of(condition, value(parts.get(1), names), either(rest, names));
  }

  private Term condition(Expression of, Names names) {
    return term(of, names);
  }

  private Sym apply(Sym function, Sym argument) {
    if (function instanceof Sym.Rec) {
      return function.field(Texts.of(argument.term()));
    }
    Term at = argument.term();
    if (function instanceof Sym.Tup tuple) {
      return tuple.elements().get(Integer.parseInt(at.op) - 1).value();
    }
    if (function instanceof Sym.Opt opt) {
      return opt.element();
    }
    if (function instanceof Sym.Seq seq) {
      return seq.at(Term.sum(Term.sum(seq.from(), at, 1), Term.of(1), -1));
    }
    return ((Sym.Fcn) function).at(at);
  }

  private Sym record(Expression of, Names names) {
    SortedMap<String, Thunk> fields = new TreeMap<>();
    of.parts().forEach(field -> fields.put(field.text(), later(field.part(0), names)));
    return new Sym.Rec(fields);
  }

  private Sym except(Expression of, Names names) {
    Sym changed = value(of.part(0), names);
    for (Expression change : of.from(1)) {
      List<Expression> path = change.parts().subList(0, change.parts().size() - 1);
      List<Sym> steps = path.stream().map(step -> value(step, names)).toList();
      changed =
          changed(
              changed, steps, old -> value(change.last(), Names.with(names, AT, Thunk.of(old))));
    }
    return changed;
  }

  private static Sym changed(Sym function, List<Sym> path, Function<Sym, Sym> change) {
    if (path.isEmpty()) {
      return change.apply(function);
    }
    Term at = path.get(0).term();
    List<Sym> rest = path.subList(1, path.size());
    if (function instanceof Sym.Rec rec) {
      SortedMap<String, Thunk> fields = new TreeMap<>(rec.fields());
      Thunk old = fields.get(Texts.of(at));
      fields.put(Texts.of(at), Thunk.of(() -> changed(old.value(), rest, change)));
      return new Sym.Rec(fields);
    }
    if (function instanceof Sym.Tup tuple) {
      List<Thunk> elements = new ArrayList<>(tuple.elements());
      int place = Integer.parseInt(at.op) - 1;
      Thunk old = elements.get(place);
      elements.set(place, Thunk.of(() -> changed(old.value(), rest, change)));
      return new Sym.Tup(elements);
    }
    Sym.Fcn fcn = (Sym.Fcn) function;
    List<Term> parts = fcn.value().terms(changed(fcn.at(at), rest, change));
    List<Term> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      values.add(Term.store(fcn.values().get(i), at, parts.get(i)));
    }
    return new Sym.Fcn(fcn.domain(), values, fcn.value());
  }

  // What ranges over sets

  private Term exists(Expression of, int range, Names names, boolean so) {
    if (range == of.parts().size()) {
      Term holds = term(of.part(0), names);
      return so ? holds : Term.not(holds);
    }
    String name = of.part(range).text();
    return exists(
        value(of.part(range).part(0), names),
        value -> exists(of, range + 1, Names.with(names, name, Thunk.of(value)), so));
  }

  Term exists(Sym set, Function<Sym, Term> holds) {
    if (set instanceof Sym.Some some) {
      return Term.or(
          some.elements().stream()
              .filter(each -> !each.condition().isFalse())
              .map(each -> Term.and(each.condition(), holds.apply(each.value())))
              .toList());
    }
    whole++;
    try {
      if (set instanceof Sym.Interval interval) {
        return interval.of() != null
            ? interval.of().existsIndex(holds)
            : filtered(interval, value -> Term.TRUE).exists(holds);
      }
      return ((Sym.Many) set).exists(holds);
    } finally {
      whole--;
    }
  }

  private static Sym.Many filtered(Sym.Interval interval, Function<Sym, Term> holds) {
    return new Sym.Many(
        value -> Term.and(Sym.contains(interval, value), holds.apply(value)),
        null,
        Shape.Leaf.NUMBER,
        interval.of());
  }

  private Sym filter(Expression of, Names names) {
    String name = of.part(1).text();
    Function<Sym, Term> holds =
        value -> {
          whole++;
          try {
            return term(of.part(0), Names.with(names, name, Thunk.of(value)));
          } finally {
            whole--;
          }
        };
    Sym set = value(of.part(1).part(0), names);
    if (set instanceof Sym.Some some) {
      return new Sym.Some(
          some.elements().stream()
              .map(e -> new Sym.Element(e.value(), Term.and(e.condition(), holds.apply(e.value()))))
              .toList());
    }
    if (set instanceof Sym.Interval interval) {
      return filtered(interval, holds);
    }
    Sym.Many many = (Sym.Many) set;
    return new Sym.Many(
        value -> Term.and(many.holds().apply(value), holds.apply(value)),
        null,
        many.element(),
        many.of());
  }

  private Sym image(Expression of, Names names) {
    List<Sym.Element> elements = new ArrayList<>();
    if (of.parts().size() == 2 && value(of.part(1).part(0), names) instanceof Sym.Many many) {
      return imageOfMany(of, names, many);
    }
    images(of, 1, names, Term.TRUE, elements);
    return new Sym.Some(elements);
  }

  private void images(
      Expression of, int range, Names names, Term condition, List<Sym.Element> elements) {
    if (range == of.parts().size()) {
      elements.add(new Sym.Element(value(of.part(0), names), condition));
      return;
    }
    for (Sym.Element each : ((Sym.Some) value(of.part(range).part(0), names)).elements()) {
      if (!each.condition().isFalse()) {
        images(
            of,
            range + 1,
            Names.with(names, of.part(range).text(), Thunk.of(each.value())),
            Term.and(condition, each.condition()),
            elements);
      }
    }
  }

  /** A value is in the image where it is that of an element, which may be plain to see. */
  private Sym imageOfMany(Expression of, Names names, Sym.Many many) {
    whole++;
    try {
      List<Term> variables =
          many.element().sorts().stream().map(sort -> Term.variable("x")).toList();
      Sym element = many.element().build(variables.iterator());
      Sym image = value(of.part(0), Names.with(names, of.part(1).text(), Thunk.of(element)));
      Shape shape = Shape.of(image);
      List<Term> parts = shape.terms(image);
      return Sym.Many.of(
          value -> {
            List<Term> given = shape.terms(value);
            Term found = Term.and(many.holds().apply(element), Sym.equal(image, value));
            List<Term> unknown = new ArrayList<>(variables);
            for (Term variable : variables) {
              int place = parts.indexOf(variable);
              if (place >= 0) {
                found = found.with(variable, given.get(place));
                unknown.remove(variable);
              }
            }
            return unknown.isEmpty() ? found : Term.exists(unknown, found);
          },
          shape);
    } finally {
      whole--;
    }
  }

  private Sym choose(Expression of, Names names) {
    Sym chosen = anyOf(value(of.part(1).part(0), names));
    Term holds = term(of.part(0), Names.with(names, of.part(1).text(), Thunk.of(chosen)));
    Path.current().assume(holds);
    return chosen;
  }

  /** Any element of a set that may have many. */
  private static Sym anyOf(Sym set) {
    Sym any = (set instanceof Sym.Many many ? many.element() : Shape.Leaf.NUMBER).any("any");
    Path.current().require(Sym.contains(set, any));
    return any;
  }

  private Sym function(Expression of, Names names) {
    Sym set = value(of.part(1).part(0), names);
    String name = of.part(1).text();
    if (set instanceof Sym.Some some) {
      SortedMap<String, Thunk> fields = new TreeMap<>();
      for (Sym.Element each : some.elements()) {
        Names inner = Names.with(names, name, Thunk.of(each.value()));
        fields.put(Texts.of(each.value().term()), later(of.part(0), inner));
      }
      return new Sym.Rec(fields);
    }
    Term argument = Term.variable("x");
    whole++;
    Sym value;
    try {
      value = value(of.part(0), Names.with(names, name, Thunk.of(new Sym.Leaf(argument))));
    } finally {
      whole--;
    }
    Shape shape = Shape.of(value);
    List<Term> arrays = shape.terms(value).stream().map(part -> array(argument, part)).toList();
    return new Sym.Fcn(Sym.many(set, Shape.Leaf.NUMBER).array(), arrays, shape);
  }

  /** The array that has this at each argument. */
  private static Term array(Term argument, Term value) {
    if (value.op.equals("select")
        && value.args.get(1).equals(argument)
        && !value.args.get(0).isOpen) {
      return value.args.get(0);
    }
    Term array = Term.fresh("function", Term.arrayOf(value.sort));
    Path.current()
        .assume(Term.forall(List.of(argument), Term.equal(Term.select(array, argument), value)));
    return array;
  }

  // One element of a set

  private Sym pick(Expression of, Names names) {
    return switch (of.kind()) {
      case SET -> value(of.part(Path.current().choose(of.parts().size())), names);
      case IF, CASE -> pickCase(of.parts(), names);
      case LET -> pick(of.part(0), defined(of, names));
      case CALL -> {
        Definition definition = definitions.get(of.text());
        yield pick(
            definition.body(), Names.with(null, definition.parameters(), later(of.parts(), names)));
      }
      case LOCAL -> pickLocal(of, names);
      case IMAGE -> value(of.part(0), picked(of, names));
      case FILTER -> {
        Names inner = picked(of, names);
        Path.current().require(term(of.part(0), inner));
        yield inner.meaning().value();
      }
      case STANDARD -> pickStandard(of, names);
      default -> pickOf(value(of, names));
    };
  }

  private Sym pickCase(List<Expression> parts, Names names) {
    if (parts.size() == 1) {
      return pick(parts.get(0), names);
    }
    return Path.current().decide(condition(parts.get(0), names))
        ? pick(parts.get(1), names)
        : pickCase(parts.subList(2, parts.size()), names);
  }

  private Sym pickLocal(Expression of, Names names) {
    Thunk meaning = Names.find(names, of.text());
    if (!of.parts().isEmpty()) {
      Sym.Operator operator = (Sym.Operator) meaning.value();
      return pick(
          operator.body(),
          Names.with(operator.names(), operator.parameters(), later(of.parts(), names)));
    }
    return meaning.expression == null
        ? pickOf(meaning.value())
        : pick(meaning.expression, meaning.names);
  }

  /** An element for each of the names. */
  private Names picked(Expression of, Names names) {
    Names all = names;
    for (Expression range : of.from(1)) {
      all = Names.with(all, range.text(), Thunk.of(pick(range.part(0), names)));
    }
    return all;
  }

  private Sym pickStandard(Expression of, Names names) {
    return switch (of.text()) {
      case "\\union" -> pick(of.part(Path.current().choose(2)), names);
      case "\\" -> {
        Sym one = pick(of.part(0), names);
        Path.current().require(Term.not(Sym.contains(value(of.part(1), names), one)));
        yield one;
      }
      case "\\intersect" -> {
        Sym one = pick(of.part(0), names);
        Path.current().require(Sym.contains(value(of.part(1), names), one));
        yield one;
      }
      case "UNION" -> {
        if (of.part(0).kind() == Kind.IMAGE) {
          yield pick(of.part(0).part(0), picked(of.part(0), names));
        }
        yield pickOf(pick(of.part(0), names));
      }
      default -> pickOf(value(of, names));
    };
  }

  private static Sym pickOf(Sym set) {
    if (set instanceof Sym.Some some) {
      List<Sym.Element> possible =
          some.elements().stream().filter(each -> !each.condition().isFalse()).toList();
      Sym.Element one = possible.get(Path.current().choose(possible.size()));
      Path.current().require(one.condition());
      return one.value();
    }
    return anyOf(set);
  }

  // What TLA+ itself and its standard modules define

  private Sym standard(Expression of, Names names) {
    List<Expression> parts = of.parts();
    if (of.text().equals("SelectSeq")) {
      return select((Sym.Seq) value(parts.get(0), names), value(parts.get(1), names));
    }
    Sym one = parts.isEmpty() ? null : value(parts.get(0), names);
    if (parts.size() == 2) {
      return ofTwo(of.text(), one, value(parts.get(1), names));
    }
    return switch (of.text()) {
      case "BOOLEAN" ->
          new Sym.Some(
              List.of(
                  new Sym.Element(Sym.truth(Term.TRUE), Term.TRUE),
                  new Sym.Element(Sym.truth(Term.FALSE), Term.TRUE)));
      case "DOMAIN" -> domain(one);
      case "Len" -> new Sym.Leaf(length(one));
      case "Head" -> apply(one, Sym.number(1));
      case "Tail" -> tail(one);
      case "Cardinality" -> new Sym.Leaf(cardinality(one));
      case "UNION" -> union(one);
      case "-." -> new Sym.Leaf(Term.sum(Term.of(0), one.term(), -1));
      default -> throw new IllegalArgumentException("not translated: " + of.text());
    };
  }

  private static Sym ofTwo(String name, Sym one, Sym other) {
    return switch (name) {
      case "=", "\\equiv" -> Sym.truth(Sym.equal(one, other));
      case "/=" -> Sym.truth(Term.not(Sym.equal(one, other)));
      case "\\in" -> Sym.truth(Sym.contains(other, one));
      case "\\notin" -> Sym.truth(Term.not(Sym.contains(other, one)));
      case "\\subseteq" -> Sym.truth(Sym.isSubset(one, other));
      case "<" -> Sym.truth(Term.less(one.term(), other.term()));
      case ">" -> Sym.truth(Term.less(other.term(), one.term()));
      case "\\leq" -> Sym.truth(Term.atLeast(other.term(), one.term()));
      case "\\geq" -> Sym.truth(Term.atLeast(one.term(), other.term()));
      case "+" -> new Sym.Leaf(Term.sum(one.term(), other.term(), 1));
      case "-" -> new Sym.Leaf(Term.sum(one.term(), other.term(), -1));
      case ".." -> new Sym.Interval(one.term(), other.term(), null);
      case "\\union" -> Sets.union(one, other);
      case "\\intersect" -> Sets.kept(one, value -> Sym.contains(other, value));
      case "\\" -> Sets.without(one, other);
      case "Append" -> append(one, other);
      case "\\o" -> concatenated(one, other);
      case ":>" -> new Sym.Single(one, other);
      case "@@" -> join(one, (Sym.Single) other);
      default -> throw new IllegalArgumentException("not translated: " + name);
    };
  }

  private static Sym domain(Sym function) {
    if (function instanceof Sym.Rec rec) {
      return Sets.of(rec.fields().keySet().stream().map(Sym::text).toList());
    }
    if (function instanceof Sym.Tup tuple) {
      List<Sym> indices = new ArrayList<>();
      for (int i = 1; i <= tuple.elements().size(); i++) {
        indices.add(Sym.number(i));
      }
      return Sets.of(indices);
    }
    if (function instanceof Sym.Opt opt) {
      return new Sym.Some(List.of(new Sym.Element(Sym.number(1), opt.isThere())));
    }
    if (function instanceof Sym.Seq seq) {
      return new Sym.Interval(Term.of(1), seq.length(), seq);
    }
    return Sym.Many.of(((Sym.Fcn) function).domain(), Shape.Leaf.NUMBER);
  }

  private static Term length(Sym sequence) {
    if (sequence instanceof Sym.Tup tuple) {
      return Term.of(tuple.elements().size());
    }
    return sequence instanceof Sym.Opt opt
        ? Term.choice(opt.isThere(), Term.of(1), Term.of(0))
        : ((Sym.Seq) sequence).length();
  }

  private static Sym tail(Sym sequence) {
    if (sequence instanceof Sym.Tup tuple) {
      return new Sym.Tup(tuple.elements().subList(1, tuple.elements().size()));
    }
    Sym.Seq seq = (Sym.Seq) sequence;
    return new Sym.Seq(
        Term.sum(seq.from(), Term.of(1), 1), seq.to(), seq.elements(), seq.element());
  }

  private static Sym append(Sym sequence, Sym last) {
    if (sequence instanceof Sym.Tup tuple) {
      List<Thunk> longer = new ArrayList<>(tuple.elements());
      longer.add(Thunk.of(last));
      return new Sym.Tup(longer);
    }
    return Sym.append((Sym.Seq) sequence, last);
  }

  private static Sym concatenated(Sym one, Sym other) {
    if (one instanceof Sym.Leaf && other instanceof Sym.Leaf) {
      return Sym.text(Texts.of(one.term()) + Texts.of(other.term()));
    }
    if (one instanceof Sym.Tup a && other instanceof Sym.Tup b) {
      List<Thunk> both = new ArrayList<>(a.elements());
      both.addAll(b.elements());
      return new Sym.Tup(both);
    }
    if (one instanceof Sym.Tup a && other instanceof Sym.Seq b) {
      return prefixed(a, b);
    }
    throw new IllegalArgumentException("not joined: " + one + " and " + other);
  }

  /** The sequence with more before it, where its arrays go on. */
  private static Sym prefixed(Sym.Tup first, Sym.Seq rest) {
    List<Term> arrays = new ArrayList<>(rest.elements());
    Term from = rest.from();
    List<Thunk> reversed = new ArrayList<>(first.elements());
    Collections.reverse(reversed);
    for (Thunk each : reversed) {
      from = Term.sum(from, Term.of(1), -1);
      List<Term> parts = rest.element().terms(each.value());
      for (int i = 0; i < parts.size(); i++) {
        arrays.set(i, Term.store(arrays.get(i), from, parts.get(i)));
      }
    }
    return new Sym.Seq(from, rest.to(), arrays, rest.element());
  }

  /** Where both have a value, that of the first. */
  private static Sym join(Sym one, Sym.Single other) {
    Sym.Fcn fcn = one instanceof Sym.Fcn given ? given : Sym.function(one, Shape.of(other.value()));
    Term at = other.argument().term();
    List<Term> parts = fcn.value().terms(other.value());
    List<Term> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Term array = fcn.values().get(i);
      values.add(
          Term.store(array, at, Term.choice(fcn.has(at), Term.select(array, at), parts.get(i))));
    }
    return new Sym.Fcn(Term.store(fcn.domain(), at, Term.TRUE), values, fcn.value());
  }

  private static Term cardinality(Sym set) {
    if (set instanceof Sym.Some some) {
      return some.elements().stream()
          .map(each -> Term.choice(each.condition(), Term.of(1), Term.of(0)))
          .reduce(Term.of(0), (a, b) -> Term.sum(a, b, 1));
    }
    Sym.Many many = (Sym.Many) set;
    Term size = Term.fresh("size", Term.INT);
    Sym one = many.element().any("one");
    Path path = Path.current();
    path.assume(Term.atLeast(size, Term.of(0)));
    path.assume(
        Term.equal(Term.equal(size, Term.of(0)), Term.not(many.exists(value -> Term.TRUE))));
    path.assume(
        Term.equal(Term.atLeast(Term.of(1), size), many.forAll(value -> Sym.equal(value, one))));
    return size;
  }

  private static Sym union(Sym sets) {
    Sym all = Sets.of(List.of());
    for (Sym.Element each : ((Sym.Some) sets).elements()) {
      if (!each.condition().isTrue()) {
        throw new IllegalArgumentException("a union of sets that are not known");
      }
      all = Sets.union(all, each.value());
    }
    return all;
  }

  /** The elements for which the operator holds, in their order. */
  private Sym select(Sym.Seq of, Sym operator) {
    return of.from().isNumber() && of.to().isNumber()
        ? selectKnown(of, operator)
        : Path.current().selected(of, value -> holds(operator, value));
  }

  /** Of a sequence whose length is known: each element is decided on this path. */
  private Sym selectKnown(Sym.Seq of, Sym operator) {
    Sym.Seq selected = new Sym.Seq(of.from(), of.from(), of.elements(), of.element());
    long to = Long.parseLong(of.to().op);
    for (long i = Long.parseLong(of.from().op); i < to; i++) {
      Sym element = of.at(Term.of(i));
      if (Path.current().decide(holds(operator, element))) {
        selected = Sym.append(selected, element);
      }
    }
    return selected;
  }

  private Term holds(Sym operator, Sym value) {
    whole++;
    try {
      return applied((Sym.Operator) operator, List.of(Thunk.of(value))).term();
    } finally {
      whole--;
    }
  }
}
