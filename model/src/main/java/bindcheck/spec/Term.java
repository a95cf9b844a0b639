package bindcheck.spec;

import java.util.Arrays;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** A term in normal form as a key: its hash is kept, and cheaper than the fingerprint of TLC. */
final class Term {
  private final Value value;
  private final int hash;

  Term(Value value) {
    this.value = value;
    this.hash = hash(value);
  }

  Value value() {
    return value;
  }

  private static int hash(Value value) {
    if (value instanceof IntValue number) {
      return number.val;
    }
    if (value instanceof StringValue string) {
      return string.val.hashCode();
    }
    if (value instanceof BoolValue truth) {
      return Boolean.hashCode(truth.val);
    }
    if (value instanceof RecordValue record) {
      return hash(record.values);
    }
    if (value instanceof TupleValue tuple) {
      return hash(tuple.elems);
    }
    if (value instanceof FcnRcdValue function) {
      return hash(function.values);
    }
    return value instanceof SetEnumValue set ? hash(set.elems.toArray()) : value.hashCode();
  }

  private static int hash(Value[] values) {
    int hash = values.length;
    for (Value value : values) {
      hash = Spread.of(hash, hash(value));
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term term && hash == term.hash && areEqual(value, term.value);
  }

  /** As TLC compares them, but what two terms share is not looked into. */
  private static boolean areEqual(Value one, Value other) {
    if (one == other) {
      return true;
    }
    if (one instanceof RecordValue a && other instanceof RecordValue b) {
      return Arrays.equals(a.names, b.names) && areEqual(a.values, b.values);
    }
    if (one instanceof TupleValue a && other instanceof TupleValue b) {
      return areEqual(a.elems, b.elems);
    }
    return one.getClass() == other.getClass() && one.equals(other);
  }

  private static boolean areEqual(Value[] some, Value[] others) {
    boolean equal = some.length == others.length;
    for (int i = 0; equal && i < some.length; i++) {
      equal = areEqual(some[i], others[i]);
    }
    return equal;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
