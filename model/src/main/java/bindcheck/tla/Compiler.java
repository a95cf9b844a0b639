package bindcheck.tla;

import bindcheck.tla.Expression.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes expressions into code: names become slots of frames. */
final class Compiler {
  private static final String AT = "@";

  private final Function<String, Operator> operators;
  private final Scope scope;

  /** How many EXCEPTs are around: each has its own "@". */
  private int excepts;

  private Compiler(Function<String, Operator> operators, Scope scope) {
    this.operators = operators;
    this.scope = scope;
  }

  /**
   * What a definition stands for.
   *
   * @param operators by the names of their definitions
   */
  static Operator.Body of(Definition definition, Function<String, Operator> operators) {
    Compiler compiler = new Compiler(operators, new Scope(null));
    definition.parameters().forEach(compiler.scope::bind);
    Code body = compiler.code(definition.body());
    return new Operator.Body(body, compiler.scope.size());
  }

  private Code code(Expression of) {
    return switch (of.kind()) {
      case NUMBER -> new Constant(NumberValue.of(Integer.parseInt(of.text())));
      case STRING -> new Constant(new StringValue(of.text()));
      case TRUTH -> new Constant(BooleanValue.of(of.text().equals("TRUE")));
      case AT -> scope.find(AT + excepts);
      case BOUND -> scope.find(of.text());
      case LOCAL -> of.parts().isEmpty() ? scope.find(of.text()) : local(of);
      case CALL -> call(of);
      case STANDARD -> standard(of);
      case OPERATOR -> operator(of.part(0));
      case AND -> and(codes(of.parts()));
      case OR -> or(codes(of.parts()));
      case IMPLIES -> implies(code(of.part(0)), code(of.part(1)));
      case NOT -> not(code(of.part(0)));
      case IF -> choice(code(of.part(0)), code(of.part(1)), code(of.part(2)));
      case CASE -> cases(of);
      case APPLY -> apply(of);
      case TUPLE -> tuple(codes(of.parts()));
      case SET -> set(codes(of.parts()));
      case RECORD -> record(of);
      case EXCEPT -> except(of);
      case LET -> let(of);
      case IMAGE, FILTER, EXISTS, FORALL, CHOOSE, FUNCTION -> ranging(of);
      case FIELD, CHANGE, RANGE, DEFINITION, PARAMETER ->
          throw new IllegalArgumentException("a part alone: " + of.kind());
    };
  }

  private Code[] codes(List<Expression> parts) {
    return parts.stream().map(this::code).toArray(Code[]::new);
  }

  private static Object[] arguments(Code[] codes, Frame frame) {
    Object[] arguments = new Object[codes.length];
    for (int i = 0; i < codes.length; i++) {
      arguments[i] = codes[i].argument(frame);
    }
    return arguments;
  }

  private static Value[] values(Code[] codes, Frame frame) {
    Value[] values = new Value[codes.length];
    for (int i = 0; i < codes.length; i++) {
      values[i] = codes[i].value(frame);
    }
    return values;
  }

  private Code local(Expression of) {
    Name name = scope.find(of.text());
    Code[] arguments = codes(of.parts());
    return frame -> ((Closure) name.argument(frame)).apply(arguments(arguments, frame));
  }

  private Code call(Expression of) {
    Operator operator = operators.apply(of.text());
    return operator.parameters == 0
        ? frame -> operator.constant()
        : new Application(operator, codes(of.parts()));
  }

  private static Code standard(String name, Code[] parts) {
    if (Standard.CONSTANTS.containsKey(name)) {
      return new Constant(Standard.CONSTANTS.get(name));
    }
    Standard.Comparison comparison = Standard.COMPARISONS.get(name);
    if (comparison != null) {
      Code one = parts[0];
      Code other = parts[1];
      return new Condition(frame -> comparison.holds(one.value(frame), other.value(frame)));
    }
    UnaryOperator<Value> ofOne = Standard.OF_ONE.get(name);
    if (ofOne != null) {
      Code only = parts[0];
      return frame -> ofOne.apply(only.value(frame));
    }
    BinaryOperator<Value> ofTwo = Standard.OF_TWO.get(name);
    if (ofTwo != null) {
      Code one = parts[0];
      Code other = parts[1];
      return frame -> ofTwo.apply(one.value(frame), other.value(frame));
    }
    return frame -> Standard.select(parts[0].value(frame), (Closure) parts[1].argument(frame));
  }

  private Code standard(Expression of) {
    return standard(of.text(), codes(of.parts()));
  }

  /** An operator as an argument. */
  private Code operator(Expression of) {
    return switch (of.kind()) {
      case LOCAL -> scope.find(of.text());
      case DEFINITION -> closure(of);
      case CALL -> new Given(frame -> operators.apply(of.text()));
      default ->
          new Given(frame -> arguments -> standard(of.text(), given(arguments)).value(frame));
    };
  }

  private static Code[] given(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> new Constant(argument instanceof Thunk t ? t.value() : (Value) argument))
        .toArray(Code[]::new);
  }

  private static Code and(Code[] parts) {
    return new Condition(
        frame -> {
          for (Code part : parts) {
            if (!part.holds(frame)) {
              return false;
            }
          }
          return true;
        });
  }

  private static Code or(Code[] parts) {
    return new Condition(
        frame -> {
          for (Code part : parts) {
            if (part.holds(frame)) {
              return true;
            }
          }
          return false;
        });
  }

  private static Code implies(Code premise, Code conclusion) {
    return new Condition(frame -> !premise.holds(frame) || conclusion.holds(frame));
  }

  private static Code not(Code part) {
    return new Condition(frame -> !part.holds(frame));
  }

  private static Code choice(Code condition, Code yes, Code no) {
    return frame -> condition.holds(frame) ? yes.value(frame) : no.value(frame);
  }

  private Code cases(Expression of) {
    Code[] parts = codes(of.parts());
    return frame -> {
      int i = 0;
      for (; i + 1 < parts.length; i += 2) {
        if (parts[i].holds(frame)) {
          return parts[i + 1].value(frame);
        }
      }
      if (i < parts.length) {
        return parts[i].value(frame);
      }
      throw new EvaluationException("no case applies");
    };
  }

  private Code apply(Expression of) {
    Code function = code(of.part(0));
    if (of.part(1).kind() == Kind.STRING) {
      return new Field(function, of.part(1).text());
    }
    Code argument = code(of.part(1));
    return frame -> at(function.value(frame), argument.value(frame));
  }

  static Value at(Value function, Value argument) {
    Value value = function.at(argument);
    if (value == null) {
      throw new EvaluationException("no value at " + argument + " of " + function);
    }
    return value;
  }

  private static Code tuple(Code[] parts) {
    return frame -> TupleValue.of(values(parts, frame));
  }

  private static Code set(Code[] parts) {
    return frame -> SetValue.of(values(parts, frame));
  }

  private Code record(Expression of) {
    SortedMap<String, Code> fields = new TreeMap<>();
    of.parts().forEach(field -> fields.put(field.text(), code(field.part(0))));
    Shape shape = Shape.of(fields.keySet());
    Code[] parts = fields.values().toArray(Code[]::new);
    return frame -> new RecordValue(shape, values(parts, frame));
  }

  private Code except(Expression of) {
    Code function = code(of.part(0));
    excepts++;
    int old = scope.bind(AT + excepts);
    Code changed = function;
    for (Expression change : of.from(1)) {
      excepts--; // in the path, "@" is that of the EXCEPT around
      Code[] path = codes(change.parts().subList(0, change.parts().size() - 1));
      excepts++;
      changed = new Change(changed, path, old, code(change.last()));
    }
    excepts--;
    return changed;
  }

  private Code let(Expression of) {
    List<Code> definitions = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    for (Expression definition : of.from(1)) {
      boolean isValue = definition.parts().size() == 1;
      Code value = isValue ? code(definition.part(0)) : null; // which may bind the same name
      slots.add(scope.bind(definition.text()));
      definitions.add(isValue ? value : closure(definition));
    }
    Code body = code(of.part(0));
    Code[] codes = definitions.toArray(Code[]::new);
    int[] places = slots.stream().mapToInt(Integer::intValue).toArray();
    return new Let(codes, places, body);
  }

  private Code closure(Expression definition) {
    Compiler inner = new Compiler(operators, new Scope(scope));
    inner.excepts = excepts;
    int parameters = definition.parts().size() - 1;
    definition
        .parts()
        .subList(0, parameters)
        .forEach(parameter -> inner.scope.bind(parameter.text()));
    Code body = inner.code(definition.last());
    int size = inner.scope.size();
    return new Given(
        frame ->
            arguments -> {
              Frame own = new Frame(size, frame);
              System.arraycopy(arguments, 0, own.slots, 0, parameters);
              return body.value(own);
            });
  }

  private Code ranging(Expression of) {
    List<Expression> ranges = of.from(1);
    Code[] sets = codes(ranges.stream().map(range -> range.part(0)).toList());
    int[] slots = ranges.stream().mapToInt(range -> scope.bind(range.text())).toArray();
    Code body = code(of.part(0));
    Ranging all = new Ranging(sets, slots);
    return switch (of.kind()) {
      case IMAGE -> frame -> all.image(frame, body);
      case EXISTS -> new Condition(frame -> all.some(frame, body, true));
      case FORALL -> new Condition(frame -> !all.some(frame, body, false));
      case FILTER -> frame -> all.filter(frame, body);
      case CHOOSE -> frame -> all.choose(frame, body);
      default -> frame -> all.function(frame, body);
    };
  }
}
