package bindcheck.tla;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Values as expressions of TLA+ that they are the value of. */
public final class Syntax {
  private Syntax() {}

  /** The expression. */
  public static String of(Value value) {
    if (value instanceof TupleValue tuple) {
      return joined(tuple.elements, "<<", ">>");
    }
    if (value instanceof SetValue set) {
      return joined(set.elements, "{", "}");
    }
    if (value instanceof RecordValue record && record.isConstructed()) {
      return pairs(record, " |-> ", ", ", "[", "]");
    }
    if (value instanceof RecordValue || value instanceof FunctionValue) {
      return pairs(value, " :> ", " @@ ", "(", ")");
    }
    return value.toString();
  }

  private static String joined(Value[] values, String open, String close) {
    return Arrays.stream(values).map(Syntax::of).collect(Collectors.joining(", ", open, close));
  }

  private static String pairs(
      Value function, String maps, String between, String open, String close) {
    boolean isRecord = maps.contains("|");
    return Arrays.stream(function.domain())
        .map(
            argument ->
                (isRecord ? Terms.text(argument) : of(argument)) + maps + of(function.at(argument)))
        .collect(Collectors.joining(between, open, close));
  }
}
