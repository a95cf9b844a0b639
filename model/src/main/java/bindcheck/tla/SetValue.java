package bindcheck.tla;

import java.util.Arrays;
import java.util.Collection;

/** A finite set; its elements are sorted, each once. */
public final class SetValue extends Value {
  static final SetValue EMPTY = new SetValue(new Value[0]);

  final Value[] elements;

  private SetValue(Value[] elements) {
    this.elements = elements;
  }

  static SetValue of(Collection<Value> elements) {
    return of(elements.toArray(Value[]::new));
  }

  /** The set of these, in any order, some maybe several times; takes the array over. */
  static SetValue of(Value... elements) {
    if (elements.length < 2) {
      return ofSorted(elements);
    }
    Arrays.sort(elements);
    int last = 0;
    for (int i = 1; i < elements.length; i++) {
      if (!elements[i].equals(elements[last])) {
        elements[++last] = elements[i];
      }
    }
    return ofSorted(last + 1 == elements.length ? elements : Arrays.copyOf(elements, last + 1));
  }

  /** Of what is sorted, each once. */
  static SetValue ofSorted(Value[] elements) {
    return elements.length == 0 ? EMPTY : new SetValue(elements);
  }

  boolean contains(Value value) {
    return Arrays.binarySearch(elements, value) >= 0;
  }

  @Override
  int computeHash() {
    return hash(7, elements);
  }

  @Override
  boolean isEqual(Value other) {
    return Arrays.equals(elements, ((SetValue) other).elements);
  }

  @Override
  int compareAlike(Value other) {
    return compare(elements, ((SetValue) other).elements);
  }

  @Override
  int rank() {
    return 6;
  }

  /** In the order of the printed elements. */
  @Override
  void print(StringBuilder text) {
    text.append('{')
        .append(String.join(",", Arrays.stream(elements).map(Value::toString).sorted().toList()))
        .append('}');
  }
}
