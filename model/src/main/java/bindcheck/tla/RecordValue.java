package bindcheck.tla;

import java.util.Arrays;

/** A function over strings, of which there are some. */
public final class RecordValue extends Value {
  final Shape shape;
  final Value[] values;

  RecordValue(Shape shape, Value[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Override
  Value[] domain() {
    return Arrays.stream(shape.names).map(StringValue::new).toArray(Value[]::new);
  }

  @Override
  Value at(Value argument) {
    return argument instanceof StringValue name ? field(name.text) : null;
  }

  /** Whether all its fields have names that TLA+ has for fields. */
  boolean isConstructed() {
    return Arrays.stream(shape.names).allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"));
  }

  /** The value of a field; null where there is none of that name. */
  Value field(String name) {
    int place = shape.place(name);
    return place < 0 ? null : values[place];
  }

  @Override
  Value with(Value argument, Value value) {
    return with(shape.place(((StringValue) argument).text), value);
  }

  RecordValue with(int place, Value value) {
    if (isSame(values[place], value)) {
      return this;
    }
    Value[] changed = values.clone();
    changed[place] = value;
    return new RecordValue(shape, changed);
  }

  @Override
  int computeHash() {
    return hash(shape.hashCode(), values);
  }

  @Override
  boolean isEqual(Value other) {
    RecordValue record = (RecordValue) other;
    return shape == record.shape && Arrays.equals(values, record.values);
  }

  @Override
  int compareAlike(Value other) {
    RecordValue record = (RecordValue) other;
    return shape == record.shape ? compare(values, record.values) : shape.compareTo(record.shape);
  }

  @Override
  int rank() {
    return 4;
  }

  @Override
  void print(StringBuilder text) {
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? '[' : ',').append(shape.names[i]).append(':');
      values[i].print(text);
    }
    text.append(']');
  }
}
