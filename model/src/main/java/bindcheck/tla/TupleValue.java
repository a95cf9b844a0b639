package bindcheck.tla;

import java.util.Arrays;

/** A sequence: a function over 1..n. The empty one is the empty function. */
public final class TupleValue extends Value {
  static final TupleValue EMPTY = new TupleValue(new Value[0]);

  final Value[] elements;

  private TupleValue(Value[] elements) {
    this.elements = elements;
  }

  static TupleValue of(Value... elements) {
    return elements.length == 0 ? EMPTY : new TupleValue(elements);
  }

  @Override
  Value[] domain() {
    Value[] domain = new Value[elements.length];
    Arrays.setAll(domain, i -> NumberValue.of(i + 1));
    return domain;
  }

  @Override
  Value at(Value argument) {
    return argument instanceof NumberValue n && n.number >= 1 && n.number <= elements.length
        ? elements[n.number - 1]
        : null;
  }

  @Override
  Value with(Value argument, Value value) {
    int i = ((NumberValue) argument).number - 1;
    if (isSame(elements[i], value)) {
      return this;
    }
    Value[] changed = elements.clone();
    changed[i] = value;
    return new TupleValue(changed);
  }

  @Override
  int computeHash() {
    return hash(3, elements);
  }

  @Override
  boolean isEqual(Value other) {
    return Arrays.equals(elements, ((TupleValue) other).elements);
  }

  @Override
  int compareAlike(Value other) {
    return compare(elements, ((TupleValue) other).elements);
  }

  @Override
  int rank() {
    return 3;
  }

  @Override
  void print(StringBuilder text) {
    text.append("<<");
    join(elements, text);
    text.append(">>");
  }
}
