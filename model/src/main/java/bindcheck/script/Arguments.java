package bindcheck.script;

import bindcheck.call.Argument;
import bindcheck.call.Call;
import bindcheck.call.Constants;
import bindcheck.call.Identifiers;
import bindcheck.call.Kind;
import bindcheck.call.Op;
import bindcheck.call.Parameter;
import bindcheck.file.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the arguments of one call by the kinds of its parameters. */
final class Arguments {
  private final Op op;
  private final Scope scope;

  Arguments(Op op, Scope scope) {
    this.op = op;
    this.scope = scope;
  }

  Call call(List<Written> written) throws Malformed {
    List<Written> placed = written.stream().takeWhile(one -> !one.isNamed()).toList();
    List<Written> named = written.subList(placed.size(), written.size());
    boolean nullPointer =
        op.takesPointer() && !placed.isEmpty() && placed.get(placed.size() - 1).is(Call.NULL);
    int given = placed.size() - (nullPointer ? 1 : 0);
    List<Parameter> parameters = op.parameters(nullPointer);
    if (given != parameters.size()) {
      String wanted = parameters.size() == 1 ? "1 argument" : parameters.size() + " arguments";
      String before = nullPointer ? " before NULL" : "";
      throw new Malformed(
          wanted + before + " as in " + op.signature(nullPointer), Integer.toString(given));
    }
    if (op == Op.PORT_QUEUE && !nullPointer) {
      return queueing(placed, named);
    }
    if (!named.isEmpty()) {
      throw new Malformed("no more arguments to " + op.scriptName(), quote(named.get(0)));
    }
    return new Call(op, arguments(placed.subList(0, given)), nullPointer);
  }

  /** A call that queues a packet, of which all may be written. */
  private Call queueing(List<Written> placed, List<Written> named) throws Malformed {
    int last = placed.size() - 1;
    WholePacket whole = WholePacket.of(placed.get(last), named);
    List<Written> first = new ArrayList<>(placed);
    first.set(last, placed.get(last).first());
    return whole.in(new Call(op, arguments(first), false));
  }

  private List<Argument> arguments(List<Written> written) throws Malformed {
    List<Argument> arguments = new ArrayList<>();
    for (Written one : written) {
      arguments.add(argument(op.parameters().get(arguments.size()), one));
    }
    return arguments;
  }

  private Argument argument(Parameter parameter, Written written) throws Malformed {
    if (written.isList() || (written.words().size() > 1 && !parameter.kind().isBits())) {
      throw new Malformed(wanted(parameter), quote(written));
    }
    if (parameter.kind() == Kind.HANDLE) {
      return handle(parameter, written.word());
    }
    long value = 0;
    for (String word : written.words()) {
      value |= number(parameter, word);
    }
    return new Argument.Number(value);
  }

  private static String quote(Written written) {
    return Tokens.quote(written.toString());
  }

  private Argument handle(Parameter parameter, String word) throws Malformed {
    if (word.equals(Constants.INVALID_NAME)) {
      return Argument.INVALID;
    }
    OptionalLong value = Numbers.hex(Kind.HANDLE, word);
    if (value.isPresent()) {
      return new Argument.Number(value.getAsLong());
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
    return Numbers.any(parameter.kind(), word)
        .orElseThrow(() -> new Malformed(wanted(parameter), Tokens.quote(word)));
  }

  /** What the parameter takes, as {@code NAME to be ...}. */
  private String wanted(Parameter parameter) {
    Kind kind = parameter.kind();
    String names = String.join(", ", Constants.fitting(op, kind).keySet());
    if (kind == Kind.HANDLE) {
      return parameter.name() + " to be the name of a handle, its value as 0x2a, or " + names;
    }
    String range = parameter.name() + " to be " + kind.range();
    if (names.isEmpty()) {
      return range;
    }
    return range + ", or " + (kind.isBits() ? "names joined by '|' of " : "one of ") + names;
  }
}
