package bindcheck.tla;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values as expressions of TLA+ that they are the value of. */
public final class Syntax {
  private Syntax() {}

  /** The expression. */
  public static String of(Value value) {
    if (value instanceof TupleValue tuple) {
      return joined(tuple.elements, Syntax::of, ", ", "<<", ">>");
    }
    if (value instanceof SetValue set) {
      return joined(set.elements, Syntax::of, ", ", "{", "}");
    }
    if (value instanceof RecordValue record && record.isConstructed()) {
      return joined(
          record.domain(),
          field -> Terms.text(field) + " |-> " + of(record.at(field)),
          ", ",
          "[",
          "]");
    }
    if (value instanceof RecordValue || value instanceof FunctionValue) {
      return joined(value.domain(), at -> of(at) + " :> " + of(value.at(at)), " @@ ", "(", ")");
    }
    return value.toString();
  }

  private static String joined(
      Value[] values, Function<Value, String> text, String between, String open, String close) {
    return Arrays.stream(values).map(text).collect(Collectors.joining(between, open, close));
  }
}
