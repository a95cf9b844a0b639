package bindcheck.proofs;

import bindcheck.tla.Definition;
import bindcheck.tla.Expression;
import bindcheck.tla.Expression.Kind;
import java.util.List;
import java.util.Map;

/**
 * Whether a set that an expression gives has an element, as one term for all cases: what its
 * elements are is looked at no further than that takes.
 */
final class Inhabited {
  private final Map<String, Definition> definitions;
  private final Evaluator evaluator;

  Inhabited(Map<String, Definition> definitions, Evaluator evaluator) {
    this.definitions = definitions;
    this.evaluator = evaluator;
  }

  /** Of the set that the operator gives. */
  Term of(String operator, Sym... arguments) {
    Definition definition = definitions.get(operator);
    List<Thunk> given = List.of(arguments).stream().map(Thunk::of).toList();
    return evaluator.whole(
        () -> of(definition.body(), Names.with(null, definition.parameters(), given)));
  }

  private Term of(Expression set, Names names) {
    return switch (set.kind()) {
      case SET -> Term.of(!set.parts().isEmpty());
      case IF, CASE -> ofCases(set.parts(), names);
      case LET -> of(set.part(0), evaluator.defined(set, names));
      case CALL -> {
        Definition called = definitions.get(set.text());
        List<Thunk> given = evaluator.later(set.parts(), names);
        yield of(called.body(), Names.with(null, called.parameters(), given));
      }
      case LOCAL -> ofLocal(set, names);
      case IMAGE -> ofRanges(set, 1, names, null);
      case STANDARD -> ofStandard(set, names);
      default -> evaluator.exists(evaluator.value(set, names), value -> Term.TRUE);
    };
  }

  private Term ofCases(List<Expression> parts, Names names) {
    if (parts.size() == 1) {
      return of(parts.get(0), names);
    }
    if (parts.isEmpty()) {
      return Term.FALSE;
    }
    Term condition = evaluator.term(parts.get(0), names);
    List<Expression> rest = parts.subList(2, parts.size());
    if (condition.isTrue() || condition.isFalse()) {
      return condition.isTrue() ? of(parts.get(1), names) : ofCases(rest, names);
    }
    return Term.or(
        Term.and(condition, of(parts.get(1), names)),
        Term.and(Term.not(condition), ofCases(rest, names)));
  }

  private Term ofLocal(Expression set, Names names) {
    Thunk meaning = Names.find(names, set.text());
    if (!set.parts().isEmpty()) {
      Sym.Operator operator = (Sym.Operator) meaning.value();
      List<Thunk> given = evaluator.later(set.parts(), names);
      return of(operator.body(), Names.with(operator.names(), operator.parameters(), given));
    }
    return meaning.expression == null
        ? evaluator.exists(meaning.value(), value -> Term.TRUE)
        : of(meaning.expression, meaning.names);
  }

  private Term ofStandard(Expression set, Names names) {
    if (set.text().equals("\\union")) {
      return Term.or(of(set.part(0), names), of(set.part(1), names));
    }
    if (set.text().equals("UNION") && set.part(0).kind() == Kind.IMAGE) {
      return ofRanges(set.part(0), 1, names, set.part(0).part(0));
    }
    return evaluator.exists(evaluator.value(set, names), value -> Term.TRUE);
  }

  /** Whether there are elements of the ranges, from one on, with which the inner set has one. */
  private Term ofRanges(Expression image, int range, Names names, Expression inner) {
    if (range == image.parts().size()) {
      return inner == null ? Term.TRUE : of(inner, names);
    }
    Expression from = image.part(range).part(0);
    if (inner == null && range + 1 == image.parts().size()) {
      return of(from, names);
    }
    String name = image.part(range).text();
    return evaluator.exists(
        evaluator.value(from, names),
        value -> ofRanges(image, range + 1, Names.with(names, name, Thunk.of(value)), inner));
  }
}
