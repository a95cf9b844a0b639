package bindcheck.tla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What TLA+ itself and its standard modules define, of values that are all known. */
final class Standard {
  /** A condition on two values. */
  @FunctionalInterface
  interface Comparison {
    boolean holds(Value one, Value other);
  }

  static final Map<String, Value> CONSTANTS =
      Map.of("BOOLEAN", SetValue.of(BooleanValue.TRUE, BooleanValue.FALSE));

  static final Map<String, Comparison> COMPARISONS =
      Map.ofEntries(
          Map.entry("=", Value::equals),
          Map.entry("/=", (a, b) -> !a.equals(b)),
          Map.entry("\\in", (value, set) -> set(set).contains(value)),
          Map.entry("\\notin", (value, set) -> !set(set).contains(value)),
          Map.entry("\\subseteq", Standard::isSubset),
          Map.entry("<", (a, b) -> number(a) < number(b)),
          Map.entry(">", (a, b) -> number(a) > number(b)),
          Map.entry("\\leq", (a, b) -> number(a) <= number(b)),
          Map.entry("\\geq", (a, b) -> number(a) >= number(b)),
          Map.entry("\\equiv", Value::equals));

  static final Map<String, UnaryOperator<Value>> OF_ONE =
      Map.of(
          "UNION",
          Standard::union,
          "SUBSET",
          Standard::subsets,
          "DOMAIN",
          function -> SetValue.ofSorted(function.domain()),
          "Len",
          sequence -> NumberValue.of(sequence(sequence).length),
          "Head",
          Standard::head,
          "Tail",
          Standard::tail,
          "Cardinality",
          set -> NumberValue.of(set(set).elements.length),
          "-.",
          number -> NumberValue.of(Math.negateExact(number(number))));

  static final Map<String, BinaryOperator<Value>> OF_TWO =
      Map.ofEntries(
          Map.entry("\\union", Standard::union),
          Map.entry("\\intersect", (a, b) -> kept(a, b, true)),
          Map.entry("\\", (a, b) -> kept(a, b, false)),
          Map.entry("+", (a, b) -> NumberValue.of(Math.addExact(number(a), number(b)))),
          Map.entry("-", (a, b) -> NumberValue.of(Math.subtractExact(number(a), number(b)))),
          Map.entry("*", (a, b) -> NumberValue.of(Math.multiplyExact(number(a), number(b)))),
          Map.entry("\\div", (a, b) -> NumberValue.of(Math.floorDiv(number(a), number(b)))),
          Map.entry("%", (a, b) -> NumberValue.of(Math.floorMod(number(a), number(b)))),
          Map.entry("..", Standard::interval),
          Map.entry("Append", Standard::append),
          Map.entry("\\o", Standard::concatenate),
          Map.entry(":>", (at, value) -> FunctionValue.of(new Value[] {at}, new Value[] {value})),
          Map.entry("@@", Standard::join));

  /** The one that takes an operator: {@link #select}. */
  static final String SELECT = "SelectSeq";

  /** Of more there are more subsets than anybody could wait for. */
  private static final int MOST_SUBSETS_OF = 20;

  private Standard() {}

  static boolean isKnown(String name) {
    return CONSTANTS.containsKey(name)
        || COMPARISONS.containsKey(name)
        || OF_ONE.containsKey(name)
        || OF_TWO.containsKey(name)
        || name.equals(SELECT);
  }

  static int number(Value value) {
    if (value instanceof NumberValue number) {
      return number.number;
    }
    throw new EvaluationException("not a number: " + value);
  }

  static SetValue set(Value value) {
    if (value instanceof SetValue set) {
      return set;
    }
    throw new EvaluationException("not a set: " + value);
  }

  static boolean truth(Value value) {
    if (value instanceof BooleanValue truth) {
      return truth.truth;
    }
    throw new EvaluationException("neither TRUE nor FALSE: " + value);
  }

  private static Value[] sequence(Value value) {
    if (value instanceof TupleValue tuple) {
      return tuple.elements;
    }
    throw new EvaluationException("not a sequence: " + value);
  }

  private static boolean isSubset(Value some, Value all) {
    return Arrays.stream(set(some).elements).allMatch(set(all)::contains);
  }

  private static Value union(Value one, Value other) {
    Value[] a = set(one).elements;
    Value[] b = set(other).elements;
    if (a.length == 0 || b.length == 0) {
      return a.length == 0 ? other : one;
    }
    Value[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return SetValue.of(both);
  }

  private static Value union(Value sets) {
    List<Value> all = new ArrayList<>();
    for (Value each : set(sets).elements) {
      all.addAll(Arrays.asList(set(each).elements));
    }
    return SetValue.of(all);
  }

  private static Value subsets(Value of) {
    if (set(of).elements.length > MOST_SUBSETS_OF) {
      throw new EvaluationException(
          "the subsets of more than %d elements".formatted(MOST_SUBSETS_OF));
    }
    List<Value> all = new ArrayList<>(List.of(SetValue.EMPTY));
    for (Value element : set(of).elements) {
      for (Value without : List.copyOf(all)) {
        all.add(union(without, SetValue.of(element)));
      }
    }
    return SetValue.of(all);
  }

  private static Value kept(Value of, Value others, boolean common) {
    SetValue wanted = set(others);
    return SetValue.ofSorted(
        Arrays.stream(set(of).elements)
            .filter(element -> wanted.contains(element) == common)
            .toArray(Value[]::new));
  }

  private static Value interval(Value from, Value to) {
    return SetValue.ofSorted(
        IntStream.rangeClosed(number(from), number(to))
            .mapToObj(NumberValue::of)
            .toArray(Value[]::new));
  }

  private static Value head(Value sequence) {
    Value[] elements = sequence(sequence);
    if (elements.length == 0) {
      throw new EvaluationException("an empty sequence has no head");
    }
    return elements[0];
  }

  private static Value tail(Value sequence) {
    Value[] elements = sequence(sequence);
    if (elements.length == 0) {
      throw new EvaluationException("an empty sequence has no tail");
    }
    return TupleValue.of(Arrays.copyOfRange(elements, 1, elements.length));
  }

  private static Value append(Value sequence, Value last) {
    Value[] elements = sequence(sequence);
    Value[] longer = Arrays.copyOf(elements, elements.length + 1);
    longer[elements.length] = last;
    return TupleValue.of(longer);
  }

  private static Value concatenate(Value one, Value other) {
    if (one instanceof StringValue a && other instanceof StringValue b) {
      return new StringValue(a.text + b.text);
    }
    Value[] a = sequence(one);
    Value[] b = sequence(other);
    if (a.length == 0 || b.length == 0) {
      return a.length == 0 ? other : one;
    }
    Value[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return TupleValue.of(both);
  }

  /** Where both have a value, that of the first. */
  private static Value join(Value one, Value other) {
    SortedMap<Value, Value> pairs = new TreeMap<>();
    for (Value function : List.of(other, one)) {
      for (Value argument : function.domain()) {
        pairs.put(argument, function.at(argument));
      }
    }
    return FunctionValue.of(pairs);
  }

  static Value select(Value sequence, Closure holds) {
    return TupleValue.of(
        Arrays.stream(sequence(sequence))
            .filter(element -> truth(holds.apply(element)))
            .toArray(Value[]::new));
  }
}
