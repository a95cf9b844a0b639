package bindcheck.site;

import bindcheck.tla.Definition;
import bindcheck.tla.Expression;
import bindcheck.tla.Expression.Kind;
import bindcheck.tla.ParsedModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operators of the specification as functions of JavaScript, written by program from their parsed
 * text: expression by expression, without knowing what any of them means. What TLA+ itself and its
 * standard modules define is left to {@code T}, a library of values.
 *
 * <p>What is defined, and the arguments of what is, are functions that are evaluated at most once,
 * and when they are first asked for, as in TLC: they need not have a value where they are not used.
 */
final class Translation {
  private final ParsedModule module;
  private final Map<String, String> functions = new LinkedHashMap<>();

  private Translation(ParsedModule module) {
    this.module = module;
  }

  /**
   * A script that gives {@code name} an object with a function for each operator.
   *
   * @param operators those of the module that are asked for; what they use comes along
   */
  static String of(ParsedModule module, String name, List<String> operators) {
    Translation translation = new Translation(module);
    List<String> exported = new ArrayList<>();
    for (String operator : operators) {
      String function = translation.reference(module.operators().get(operator));
      exported.add("  " + operator + ": T.strict(" + function + ")");
    }
    return "const "
        + name
        + " = (T => {\n"
        + String.join("\n", translation.functions.values())
        + "\nreturn {\n"
        + String.join(",\n", exported)
        + "\n};\n})(TLA);\n";
  }

  /** The name of an operator of a module; it is translated if it was not. */
  private String reference(String name) {
    if (!functions.containsKey(name)) {
      functions.put(name, ""); // it may refer to itself
      Definition definition = module.definitions().get(name);
      functions.put(name, definition(name, definition.parameters(), definition.body()));
    }
    return name;
  }

  private String definition(String name, List<String> parameters, Expression of) {
    String body = expression(of);
    return parameters.isEmpty()
        ? "const " + name + " = T.once(() => " + body + ");"
        : "function " + name + listed(parameters) + " { return " + body + "; }";
  }

  private static String listed(List<String> parameters) {
    return parameters.stream().map(Translation::local).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A name of TLA+ may be a word of JavaScript. */
  private static String local(String name) {
    return "$" + name;
  }

  private String expression(Expression of) {
    return switch (of.kind()) {
      case NUMBER -> of.text();
      case STRING -> quote(of.text());
      case TRUTH -> of.text().equals("TRUE") ? "true" : "false";
      case AT -> "$at";
      case BOUND -> local(of.text());
      case OPERATOR -> "T.strict(" + operator(of.part(0)) + ")";
      case STANDARD -> called(operator(of), of.parts());
      case LOCAL, CALL ->
          of.parts().stream()
              .map(this::argument)
              .collect(Collectors.joining(", ", operator(of) + "(", ")"));
      case AND -> joined(of.parts(), " && ");
      case OR -> joined(of.parts(), " || ");
      case IMPLIES -> "(!" + expression(of.part(0)) + " || " + expression(of.part(1)) + ")";
      case NOT -> "!" + expression(of.part(0));
      case IF -> cases(of.parts());
      case CASE -> cases(of.parts());
      case APPLY -> called("T.apply", of.parts());
      case TUPLE -> called("T.tuple", of.parts());
      case SET -> called("T.set", of.parts());
      case RECORD -> called("T.record", of.parts());
      case FIELD -> "[" + quote(of.text()) + ", " + expression(of.part(0)) + "]";
      case EXCEPT -> except(of);
      case LET -> let(of);
      case FILTER -> ranging("T.filter", of);
      case EXISTS -> ranging("T.some", of);
      case FORALL -> ranging("T.every", of);
      case CHOOSE -> ranging("T.choose", of);
      case FUNCTION -> ranging("T.fcn", of);
      case IMAGE -> image(of);
      case CHANGE, RANGE, DEFINITION, PARAMETER ->
          throw new IllegalArgumentException("a part alone: " + of.kind());
    };
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What stands for an operator where it is named without arguments. */
  private String operator(Expression of) {
    return switch (of.kind()) {
      case LOCAL -> local(of.text());
      case CALL -> reference(of.text());
      case DEFINITION -> "(" + listed(parameters(of)) + " => " + expression(of.last()) + ")";
      default -> "T[" + quote(of.text()) + "]";
    };
  }

  private String let(Expression of) {
    String definitions = of.from(1).stream().map(this::defined).collect(Collectors.joining(" "));
    return "(() => { " + definitions + " return " + expression(of.part(0)) + "; })()";
  }

  private String defined(Expression definition) {
    return definition(local(definition.text()), parameters(definition), definition.last());
  }

  private static List<String> parameters(Expression definition) {
    return definition.parts().stream()
        .filter(part -> part.kind() == Kind.PARAMETER)
        .map(Expression::text)
        .toList();
  }

  /** The argument as a function that gives it. */
  private String argument(Expression argument) {
    boolean isFunction = argument.kind() == Kind.LOCAL && argument.parts().isEmpty();
    if (isFunction) {
      return local(argument.text());
    }
    String value = expression(argument);
    return switch (argument.kind()) {
      case STRING, NUMBER, BOUND -> "() => " + value;
      default -> "T.once(() => " + value + ")";
    };
  }

  private String called(String function, List<Expression> arguments) {
    return function + joined(arguments, ", ");
  }

  private String joined(List<Expression> parts, String between) {
    return parts.stream().map(this::expression).collect(Collectors.joining(between, "(", ")"));
  }

  /** Conditions, each with its value, and perhaps what is so where none applies. */
  private String cases(List<Expression> parts) {
    StringBuilder text = new StringBuilder("(");
    int i = 0;
    for (; i + 1 < parts.size(); i += 2) {
      text.append(expression(parts.get(i)))
          .append(" ? ")
          .append(expression(parts.get(i + 1)))
          .append(" : ");
    }
    return text + (i < parts.size() ? expression(parts.get(i)) : "T.noCase()") + ")";
  }

  private String except(Expression of) {
    String text = expression(of.part(0));
    for (Expression change : of.from(1)) {
      List<Expression> path = change.parts().subList(0, change.parts().size() - 1);
      String steps = path.stream().map(this::expression).collect(Collectors.joining(", "));
      text = "T.except(" + text + ", [" + steps + "], $at => " + expression(change.last()) + ")";
    }
    return text;
  }

  private String ranging(String function, Expression of) {
    return over(function, of, expression(of.part(0)));
  }

  private String image(Expression of) {
    return "T.image($add => " + over("T.each", of, "$add(" + expression(of.part(0)) + ")") + ")";
  }

  /** The function, for each of the names, the first of which changes last. */
  private String over(String function, Expression of, String body) {
    return Stream.iterate(of.parts().size() - 1, i -> i > 0, i -> i - 1)
        .map(of::part)
        .reduce(
            body,
            (text, range) ->
                function
                    + "("
                    + expression(range.part(0))
                    + ", "
                    + local(range.text())
                    + " => "
                    + text
                    + ")",
            (one, other) -> other);
  }
}
