package bindcheck.tla;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A function that is neither a record nor a sequence. */
public final class FunctionValue extends Value {
  final Value[] domain;
  final Value[] values;

  private FunctionValue(Value[] domain, Value[] values) {
    this.domain = domain;
    this.values = values;
  }

  /** The function with these values, be it a record or a sequence. */
  static Value of(SortedMap<Value, Value> pairs) {
    return of(pairs.keySet().toArray(Value[]::new), pairs.values().toArray(Value[]::new));
  }

  /** The same, of arguments that are sorted. */
  static Value of(Value[] domain, Value[] values) {
    if (Arrays.stream(domain).allMatch(StringValue.class::isInstance) && domain.length > 0) {
      return new RecordValue(
          Shape.of(Arrays.stream(domain).map(name -> ((StringValue) name).text).toList()), values);
    }
    for (int i = 0; i < domain.length; i++) {
      if (!(domain[i] instanceof NumberValue n) || n.number != i + 1) {
        return new FunctionValue(domain, values);
      }
    }
    return TupleValue.of(values);
  }

  @Override
  Value[] domain() {
    return domain;
  }

  @Override
  Value at(Value argument) {
    int place = Arrays.binarySearch(domain, argument);
    return place < 0 ? null : values[place];
  }

  @Override
  Value with(Value argument, Value value) {
    int place = Arrays.binarySearch(domain, argument);
    if (isSame(values[place], value)) {
      return this;
    }
    Value[] changed = values.clone();
    changed[place] = value;
    return new FunctionValue(domain, changed);
  }

  @Override
  int computeHash() {
    return hash(hash(5, domain), values);
  }

  @Override
  boolean isEqual(Value other) {
    FunctionValue function = (FunctionValue) other;
    return Arrays.equals(domain, function.domain) && Arrays.equals(values, function.values);
  }

  @Override
  int compareAlike(Value other) {
    FunctionValue function = (FunctionValue) other;
    int order = compare(domain, function.domain);
    return order == 0 ? compare(values, function.values) : order;
  }

  @Override
  int rank() {
    return 5;
  }

  /** By the printed arguments. */
  @Override
  void print(StringBuilder text) {
    SortedMap<String, Value> printed = new TreeMap<>();
    for (int i = 0; i < domain.length; i++) {
      printed.put(domain[i].toString(), values[i]);
    }
    String separator = "[";
    for (Map.Entry<String, Value> each : printed.entrySet()) {
      text.append(separator).append(each.getKey()).append(':');
      each.getValue().print(text);
      separator = ",";
    }
    text.append(']');
  }
}
