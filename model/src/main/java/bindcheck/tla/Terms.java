package bindcheck.tla;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Values as the rest of this program sees them: how they are built, read and rebuilt. */
public final class Terms {
  private Terms() {}

  /** The term with every string, number and truth value replaced. */
  public static Value rebuild(Value value, Function<Value, Value> leaf) {
    return rebuild(value, "", (field, old) -> leaf.apply(old));
  }

  /**
   * The same, where what replaces a leaf may depend on the field of the innermost record that it is
   * in; the empty string where it is in none.
   */
  public static Value rebuildFields(Value value, BiFunction<String, Value, Value> leaf) {
    return rebuild(value, "", leaf);
  }

  /** What nothing is replaced in is not copied: states share most of what they are made of. */
  private static Value rebuild(Value value, String field, BiFunction<String, Value, Value> leaf) {
    if (value instanceof RecordValue record) {
      Value[] fields = all(record.values, i -> record.shape.names[i], leaf);
      return fields == record.values ? record : new RecordValue(record.shape, fields);
    }
    if (value instanceof TupleValue tuple) {
      Value[] elements = all(tuple.elements, i -> field, leaf);
      return elements == tuple.elements ? tuple : TupleValue.of(elements);
    }
    if (value instanceof FunctionValue function) {
      return rebuildFunction(function, field, leaf);
    }
    if (value instanceof SetValue set) {
      Value[] elements = all(set.elements, i -> field, leaf);
      return elements == set.elements ? set : SetValue.of(elements);
    }
    return leaf.apply(field, value);
  }

  private static Value rebuildFunction(
      FunctionValue function, String field, BiFunction<String, Value, Value> leaf) {
    Value[] domain = all(function.domain, i -> field, leaf);
    Value[] values = all(function.values, i -> field, leaf);
    if (domain == function.domain) {
      return values == function.values ? function : FunctionValue.of(domain, values);
    }
    SortedMap<Value, Value> pairs = new TreeMap<>();
    for (int i = 0; i < domain.length; i++) {
      pairs.put(domain[i], values[i]);
    }
    return FunctionValue.of(pairs);
  }

  /** The same array where nothing in it is replaced. */
  private static Value[] all(
      Value[] values, IntFunction<String> field, BiFunction<String, Value, Value> leaf) {
    Value[] rebuilt = values;
    for (int i = 0; i < values.length; i++) {
      Value element = rebuild(values[i], field.apply(i), leaf);
      if (!Value.isSame(element, values[i])) {
        rebuilt = rebuilt == values ? values.clone() : rebuilt;
        rebuilt[i] = element;
      }
    }
    return rebuilt;
  }

  public static Value number(int value) {
    return NumberValue.of(value);
  }

  public static Value string(String value) {
    return new StringValue(value);
  }

  public static Value truth(boolean value) {
    return BooleanValue.of(value);
  }

  public static Value strings(Iterable<String> values) {
    List<Value> elements = new ArrayList<>();
    values.forEach(value -> elements.add(string(value)));
    return set(elements);
  }

  public static Value set(List<Value> elements) {
    return SetValue.of(elements);
  }

  public static Value tuple(List<Value> elements) {
    return TupleValue.of(elements.toArray(Value[]::new));
  }

  /** A record; the empty one is the empty function, as in TLA+. */
  public static Value record(Map<String, Value> fields) {
    SortedMap<String, Value> sorted = new TreeMap<>(fields);
    return sorted.isEmpty()
        ? TupleValue.EMPTY
        : new RecordValue(Shape.of(sorted.keySet()), sorted.values().toArray(Value[]::new));
  }

  /** The function with these values, each of the argument in its place. */
  public static Value function(List<Value> domain, List<Value> values) {
    SortedMap<Value, Value> pairs = new TreeMap<>();
    for (int i = 0; i < domain.size(); i++) {
      pairs.put(domain.get(i), values.get(i));
    }
    return FunctionValue.of(pairs);
  }

  /** The field of a record, or null where the record has none of that name. */
  public static Value optionalField(Value record, String name) {
    return record instanceof RecordValue of ? of.field(name) : null;
  }

  public static Value field(Value record, String name) {
    Value value = optionalField(record, name);
    if (value == null) {
      throw new EvaluationException("no field " + name + " in " + record);
    }
    return value;
  }

  /** The record with another value of a field that it has. */
  public static Value with(Value record, String name, Value value) {
    return record.with(string(name), value);
  }

  public static SortedMap<String, Value> fields(Value record) {
    SortedMap<String, Value> fields = new TreeMap<>();
    if (record instanceof RecordValue of) {
      for (int i = 0; i < of.values.length; i++) {
        fields.put(of.shape.names[i], of.values[i]);
      }
    }
    return fields;
  }

  public static List<Value> elements(Value setOrTuple) {
    return List.of(
        setOrTuple instanceof TupleValue tuple
            ? tuple.elements
            : Standard.set(setOrTuple).elements);
  }

  /** A function as a map. */
  public static Map<Value, Value> entries(Value function) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (Value argument : function.domain()) {
      entries.put(argument, function.at(argument));
    }
    return entries;
  }

  /** Shows each argument of a function with its value, in the order of the arguments. */
  public static void forEach(Value function, BiConsumer<Value, Value> seen) {
    for (Value argument : function.domain()) {
      seen.accept(argument, function.at(argument));
    }
  }

  /** Whether the key is in the domain of a function. */
  public static boolean hasKey(Value function, Value key) {
    return function.at(key) != null;
  }

  /** A function as pairs, sorted by printed argument; a tuple is a function over 1..n. */
  public static SortedMap<Value, Value> pairs(Value function) {
    SortedMap<Value, Value> pairs = new TreeMap<>(Comparator.comparing(Terms::print));
    pairs.putAll(entries(function));
    return pairs;
  }

  /** The elements of a set in the order of their printed forms. */
  public static List<Value> sorted(Value set) {
    return elements(set).stream().sorted(Comparator.comparing(Terms::print)).toList();
  }

  /** The printed form: the same for equal terms, in every run. */
  public static String print(Value value) {
    return value.toString();
  }

  public static SortedSet<String> texts(Value setOfStrings) {
    SortedSet<String> texts = new TreeSet<>();
    elements(setOfStrings).forEach(element -> texts.add(text(element)));
    return texts;
  }

  public static String text(Value value) {
    return ((StringValue) value).text;
  }

  public static boolean isNumber(Value value) {
    return value instanceof NumberValue;
  }

  public static boolean isString(Value value) {
    return value instanceof StringValue;
  }

  public static boolean isTruth(Value value) {
    return value instanceof BooleanValue;
  }

  public static boolean isSequence(Value value) {
    return value instanceof TupleValue;
  }

  public static boolean isSet(Value value) {
    return value instanceof SetValue;
  }

  public static boolean isRecord(Value value) {
    return value instanceof RecordValue;
  }

  public static int integer(Value value) {
    return Standard.number(value);
  }

  public static boolean isTrue(Value value) {
    return Standard.truth(value);
  }
}
