package bindcheck.script;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Identifiers;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.file.Malformed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the arguments of one call by the kinds of its parameters. */
final class Arguments {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]+");

  /** A longer number is not even read: that takes its time. */
  private static final int MOST_DIGITS = 40;

  private final Op op;
  private final Scope scope;

  Arguments(Op op, Scope scope) {
    this.op = op;
    this.scope = scope;
  }

  Call call(List<List<String>> words) throws Malformed {
    boolean nullPointer =
        op.takesPointer() && !words.isEmpty() && isNull(words.get(words.size() - 1));
    int given = words.size() - (nullPointer ? 1 : 0);
    List<Parameter> parameters = op.parameters(nullPointer);
    if (given != parameters.size()) {
      String wanted = parameters.size() == 1 ? "1 argument" : parameters.size() + " arguments";
      String before = nullPointer ? " before NULL" : "";
      throw new Malformed(
          wanted + before + " as in " + op.signature(nullPointer), Integer.toString(given));
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      arguments.add(argument(parameters.get(i), words.get(i)));
    }
    return new Call(op, arguments, nullPointer);
  }

  private static boolean isNull(List<String> words) {
    return words.equals(List.of(Call.NULL));
  }

  private Argument argument(Parameter parameter, List<String> words) throws Malformed {
    if (words.size() > 1 && !parameter.kind().isBits()) {
      throw new Malformed(wanted(parameter), Tokens.quote(String.join("|", words)));
    }
    if (parameter.kind() == Kind.HANDLE) {
      return handle(parameter, words.get(0));
    }
    long value = 0;
    for (String word : words) {
      value |= number(parameter, word);
    }
    return new Argument.Number(value);
  }

  private Argument handle(Parameter parameter, String word) throws Malformed {
    if (word.equals(Constants.INVALID_NAME)) {
      return Argument.INVALID;
    }
    if (!Identifiers.isAssignable(word)) {
      throw new Malformed(wanted(parameter), Tokens.quote(word));
    }
    scope.requireHandle(parameter.name(), word);
    return new Argument.Handle(word);
  }

  private long number(Parameter parameter, String word) throws Malformed {
    Map<String, Long> constants = Constants.fitting(op, parameter.kind());
    Long constant = constants.get(word);
    if (constant != null) {
      return constant;
    }
    BigInteger number;
    if (word.length() > MOST_DIGITS) {
      throw new Malformed(wanted(parameter), Tokens.quote(word));
    }
    if (DECIMAL.matcher(word).matches()) {
      number = new BigInteger(word);
    } else if (HEX.matcher(word).matches()) {
      number = new BigInteger(word.substring(2), 16);
    } else {
      throw new Malformed(wanted(parameter), Tokens.quote(word));
    }
    if (!parameter.kind().holds(number)) {
      throw new Malformed(wanted(parameter), Tokens.quote(word));
    }
    return number.longValue();
  }

  /** What the parameter takes, as {@code NAME to be ...}. */
  private String wanted(Parameter parameter) {
    Kind kind = parameter.kind();
    String names = String.join(", ", Constants.fitting(op, kind).keySet());
    if (kind == Kind.HANDLE) {
      return parameter.name() + " to be the name of a handle, or " + names;
    }
    String range = parameter.name() + " to be " + kind.range();
    if (names.isEmpty()) {
      return range;
    }
    return range + ", or " + (kind.isBits() ? "names joined by '|' of " : "one of ") + names;
  }
}
