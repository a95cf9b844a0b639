package bindcheck.tla;

/**
 * A value of TLA+, never changed. Equal values are equal objects of one class, whatever operators
 * made them: a record is a function over strings, a sequence one over 1..n. Values have an order of
 * no meaning but that it is the same in every run.
 */
public abstract sealed class Value implements Comparable<Value>
    permits BooleanValue,
        FunctionValue,
        NumberValue,
        RecordValue,
        SetValue,
        StringValue,
        TupleValue {
  private int hash;

  /** Not kept. */
  abstract int computeHash();

  /** Of another object of the same class, with the same hash. */
  abstract boolean isEqual(Value other);

  /** Of another object of the same class. */
  abstract int compareAlike(Value other);

  /** The place of its class in the order of values. */
  abstract int rank();

  /** Adds the printed form: the same for equal values, in every run. */
  abstract void print(StringBuilder text);

  /** The arguments of a function, sorted. */
  Value[] domain() {
    throw new EvaluationException("not a function: " + this);
  }

  /** A function's value there; null where it has none. */
  Value at(Value argument) {
    throw new EvaluationException("not a function: " + this);
  }

  /** A function with another value there, where it has one. */
  Value with(Value argument, Value value) {
    throw new EvaluationException("not a function: " + this);
  }

  @Override
  public final int hashCode() {
    int known = hash;
    if (known == 0) {
      known = computeHash();
      hash = known == 0 ? 1 : known;
      return hash;
    }
    return known;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other
        || (other instanceof Value value
            && value.getClass() == getClass()
            && value.hashCode() == hashCode()
            && isEqual(value));
  }

  @Override
  public final int compareTo(Value other) {
    if (this == other) {
      return 0;
    }
    return rank() == other.rank() ? compareAlike(other) : Integer.compare(rank(), other.rank());
  }

  /** Whether they are one object; equal ones need not be. */
  @SuppressWarnings("ReferenceEquality") // cheap, where equality takes a hash
  static boolean isSame(Value one, Value other) {
    return one == other;
  }

  static int compare(Value[] some, Value[] others) {
    if (some.length != others.length) {
      return Integer.compare(some.length, others.length);
    }
    for (int i = 0; i < some.length; i++) {
      int order = some[i].compareTo(others[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  static int hash(int seed, Value[] values) {
    int hash = seed;
    for (Value value : values) {
      hash = mixed(hash, value.hashCode());
    }
    return hash;
  }

  /**
   * The hash of two numbers in this order: summed up, what is made of small numbers would mostly
   * share one with others. The factor is the odd number nearest to 2^32 by the golden ratio
   * (Knuth).
   */
  public static int mixed(int hash, int more) {
    int mixed = (hash * 0x9e3779b1 + more) * 0x9e3779b1;
    return mixed ^ mixed >>> 15;
  }

  static void join(Value[] values, StringBuilder text) {
    String separator = "";
    for (Value value : values) {
      text.append(separator);
      value.print(text);
      separator = ",";
    }
  }

  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder();
    print(text);
    return text.toString();
  }
}
