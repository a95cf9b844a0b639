package bindcheck.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Terms of TLA+ as Java sees them: how TLC's values are built, read and rebuilt. */
public final class Terms {
  private Terms() {}

  /** The term in normal form: equal terms are then equal values of one shape. */
  public static Value canonical(Value value) {
    return rebuild(value, leaf -> leaf);
  }

  /** The term with every string, number and truth value replaced; in normal form. */
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
    value.normalize();
    if (value instanceof StringValue || value instanceof IntValue || value instanceof BoolValue) {
      return leaf.apply(field, value);
    }
    if (value instanceof RecordValue record) {
      Value[] fields = all(record.values, i -> record.names[i].toString(), leaf);
      return fields == record.values ? record : normal(new RecordValue(record.names, fields, true));
    }
    if (value instanceof TupleValue tuple) {
      Value[] elements = all(tuple.elems, i -> field, leaf);
      return elements == tuple.elems ? tuple : new TupleValue(elements);
    }
    if (value instanceof FcnRcdValue function) {
      return rebuildFunction(function, field, leaf);
    }
    SetEnumValue set = (SetEnumValue) value.toSetEnum();
    if (set == null) {
      throw new SpecException("not a term of this specification: " + value);
    }
    set.normalize();
    Value[] old = set.elems.toArray();
    Value[] elements = all(old, i -> field, leaf);
    return elements == old ? set : normal(new SetEnumValue(elements, false));
  }

  private static Value rebuildFunction(
      FcnRcdValue function, String field, BiFunction<String, Value, Value> leaf) {
    Value tuple = function.toTuple();
    if (tuple != null) {
      return rebuild(tuple, field, leaf);
    }
    Value[] domain = all(function.getDomainAsValues(), i -> field, leaf);
    Value[] values = all(function.values, i -> field, leaf);
    return domain == function.domain && values == function.values
        ? function
        : normal(new FcnRcdValue(domain, values, false));
  }

  private static Value normal(Value value) {
    value.normalize();
    return value;
  }

  /** The same array where nothing in it is replaced. */
  private static Value[] all(
      Value[] values, IntFunction<String> field, BiFunction<String, Value, Value> leaf) {
    Value[] rebuilt = values;
    for (int i = 0; i < values.length; i++) {
      Value element = rebuild(values[i], field.apply(i), leaf);
      if (element != values[i]) {
        rebuilt = rebuilt == values ? values.clone() : rebuilt;
        rebuilt[i] = element;
      }
    }
    return rebuilt;
  }

  public static Value number(int value) {
    return IntValue.gen(value);
  }

  public static Value string(String value) {
    return new StringValue(value);
  }

  public static Value truth(boolean value) {
    return value ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  public static Value strings(Iterable<String> values) {
    List<Value> elements = new ArrayList<>();
    values.forEach(value -> elements.add(string(value)));
    return set(elements);
  }

  public static Value set(List<Value> elements) {
    return normal(new SetEnumValue(elements.toArray(new Value[0]), false));
  }

  public static Value tuple(List<Value> elements) {
    return new TupleValue(elements.toArray(new Value[0]));
  }

  /** A record; the empty one is the empty function, as in TLA+. */
  public static Value record(Map<String, Value> fields) {
    UniqueString[] names = new UniqueString[fields.size()];
    Value[] values = new Value[fields.size()];
    int i = 0;
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      names[i] = UniqueString.uniqueStringOf(field.getKey());
      values[i++] = field.getValue();
    }
    return i == 0 ? new TupleValue(values) : normal(new RecordValue(names, values, false));
  }

  /** The field of a record, or null where the record has none of that name. */
  public static Value optionalField(Value record, String name) {
    if (record instanceof RecordValue r) {
      for (int i = 0; i < r.names.length; i++) {
        if (r.names[i].toString().equals(name)) {
          return r.values[i];
        }
      }
    }
    return null;
  }

  public static Value field(Value record, String name) {
    Value value = optionalField(record, name);
    if (value == null) {
      throw new SpecException("no field " + name + " in " + record);
    }
    return value;
  }

  public static SortedMap<String, Value> fields(Value record) {
    SortedMap<String, Value> fields = new TreeMap<>();
    if (record instanceof RecordValue r) {
      for (int i = 0; i < r.names.length; i++) {
        fields.put(r.names[i].toString(), r.values[i]);
      }
    } else if (record instanceof FcnRcdValue f) {
      Value[] domain = f.getDomainAsValues();
      for (int i = 0; i < domain.length; i++) {
        fields.put(text(domain[i]), f.values[i]);
      }
    }
    return fields;
  }

  public static List<Value> elements(Value setOrTuple) {
    if (setOrTuple instanceof TupleValue tuple) {
      return List.of(tuple.elems);
    }
    return List.of(((SetEnumValue) setOrTuple).elems.toArray());
  }

  /** A function as a map. */
  public static Map<Value, Value> entries(Value function) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    if (function instanceof TupleValue tuple) {
      for (int i = 0; i < tuple.elems.length; i++) {
        entries.put(number(i + 1), tuple.elems[i]);
      }
      return entries;
    }
    Value[] domain = ((FcnRcdValue) function).getDomainAsValues();
    for (int i = 0; i < domain.length; i++) {
      entries.put(domain[i], ((FcnRcdValue) function).values[i]);
    }
    return entries;
  }

  /** Whether the key is in the domain of a function. */
  public static boolean hasKey(Value function, Value key) {
    if (function instanceof TupleValue tuple) {
      return key instanceof IntValue i && 1 <= i.val && i.val <= tuple.elems.length;
    }
    return List.of(((FcnRcdValue) function).getDomainAsValues()).contains(key);
  }

  /** A function as pairs, sorted by printed argument; a tuple is a function over 1..n. */
  public static SortedMap<Value, Value> pairs(Value function) {
    SortedMap<Value, Value> pairs = new TreeMap<>(Comparator.comparing(Terms::print));
    if (function instanceof TupleValue tuple) {
      for (int i = 0; i < tuple.elems.length; i++) {
        pairs.put(number(i + 1), tuple.elems[i]);
      }
    } else if (function instanceof FcnRcdValue f) {
      Value[] domain = f.getDomainAsValues();
      for (int i = 0; i < domain.length; i++) {
        pairs.put(domain[i], f.values[i]);
      }
    } else {
      fields(function).forEach((name, value) -> pairs.put(string(name), value));
    }
    return pairs;
  }

  /** The elements of a set in the order of their printed forms, the same in every run. */
  public static List<Value> sorted(Value set) {
    SortedMap<String, Value> byPrint = new TreeMap<>();
    elements(set).forEach(element -> byPrint.put(print(element), element));
    return List.copyOf(byPrint.values());
  }

  /** The printed form: the same for equal terms, in every run. */
  public static String print(Value value) {
    StringBuilder text = new StringBuilder();
    print(value, text);
    return text.toString();
  }

  private static void print(Value value, StringBuilder text) {
    if (value instanceof TupleValue tuple) {
      join(List.of(tuple.elems), "<<", ">>", text);
    } else if (value instanceof SetEnumValue set) {
      List<String> parts = elements(set).stream().map(Terms::print).sorted().toList();
      text.append('{').append(String.join(",", parts)).append('}');
    } else if (value instanceof RecordValue) {
      printFields(fields(value), text);
    } else if (value instanceof FcnRcdValue function) {
      printFunction(function, text);
    } else {
      text.append(value);
    }
  }

  private static void join(List<Value> values, String open, String close, StringBuilder text) {
    text.append(open);
    String separator = "";
    for (Value value : values) {
      text.append(separator);
      print(value, text);
      separator = ",";
    }
    text.append(close);
  }

  private static void printFields(SortedMap<String, Value> fields, StringBuilder text) {
    String separator = "[";
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      text.append(separator).append(field.getKey()).append(':');
      print(field.getValue(), text);
      separator = ",";
    }
    text.append(']');
  }

  private static void printFunction(FcnRcdValue function, StringBuilder text) {
    Value[] domain = function.getDomainAsValues();
    SortedMap<String, Value> pairs = new TreeMap<>();
    for (int i = 0; i < domain.length; i++) {
      pairs.put(print(domain[i]), function.values[i]);
    }
    printFields(pairs, text);
  }

  public static SortedSet<String> texts(Value setOfStrings) {
    SortedSet<String> texts = new TreeSet<>();
    elements(setOfStrings).forEach(element -> texts.add(text(element)));
    return texts;
  }

  public static String text(Value value) {
    return ((StringValue) value).val.toString();
  }

  public static boolean isNumber(Value value) {
    return value instanceof IntValue;
  }

  public static boolean isString(Value value) {
    return value instanceof StringValue;
  }

  public static int integer(Value value) {
    return ((IntValue) value).val;
  }

  public static boolean isTrue(Value value) {
    return ((BoolValue) value).val;
  }
}
