package bindcheck.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.SymbolNode;

/**
 * Operators of the specification as functions of JavaScript, written by program from their parsed
 * text: expression by expression, without knowing what any of them means. What TLA+ itself and its
 * standard modules define is left to {@code T}, a library of values.
 *
 * <p>What is defined, and the arguments of what is, are functions that are evaluated at most once,
 * and when they are first asked for, as in TLC: they need not have a value where they are not used.
 */
public final class Translation {
  private final SpecModule module;
  private final Map<String, String> functions = new LinkedHashMap<>();

  /** What a LET has defined. */
  private final Set<OpDefNode> defined = new HashSet<>();

  /** What ranges over a set: has a value, where other parameters are functions that give it. */
  private final Set<SymbolNode> bound = new HashSet<>();

  private Translation(SpecModule module) {
    this.module = module;
  }

  /**
   * A script that gives {@code name} an object with a function for each operator.
   *
   * @param operators those of the module that are asked for; what they use comes along
   * @throws SpecException if one uses what is not translated
   */
  public static String of(SpecModule module, String name, List<String> operators) {
    Translation translation = new Translation(module);
    List<String> exported = new ArrayList<>();
    for (String operator : operators) {
      String function = translation.reference(module.definition(operator));
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
  private String reference(OpDefNode operator) {
    String name = operator.getOriginallyDefinedInModuleNode().getName() + "_" + operator.getName();
    if (!functions.containsKey(name)) {
      functions.put(name, ""); // it may refer to itself
      functions.put(name, definition(name, operator));
    }
    return name;
  }

  private String definition(String name, OpDefNode operator) {
    String body = expression(operator.getBody());
    return operator.getArity() == 0
        ? "const " + name + " = T.once(() => " + body + ");"
        : "function " + name + parameters(operator.getParams()) + " { return " + body + "; }";
  }

  private static String parameters(FormalParamNode[] parameters) {
    return Arrays.stream(parameters)
        .map(Translation::local)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A name of TLA+ may be a word of JavaScript. */
  private static String local(SymbolNode symbol) {
    return "$" + symbol.getName();
  }

  private String expression(SemanticNode node) {
    if (node instanceof NumeralNode number) {
      return Integer.toString(number.val());
    }
    if (node instanceof StringNode string) {
      return quote(string.getRep().toString());
    }
    if (node instanceof AtNode) {
      return "$at";
    }
    if (node instanceof OpArgNode argument) {
      return "T.strict(" + operator(argument.getOp()) + ")";
    }
    if (node instanceof LetInNode let) {
      return let(let);
    }
    if (node instanceof OpApplNode application) {
      return application(application);
    }
    throw untranslated(node);
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private SpecException untranslated(SemanticNode node) {
    return new SpecException("there is no translation of " + node.getLocation());
  }

  private String let(LetInNode let) {
    defined.addAll(Arrays.asList(let.getLets()));
    String definitions =
        Arrays.stream(let.getLets())
            .map(operator -> definition(local(operator), operator))
            .collect(Collectors.joining(" "));
    return "(() => { " + definitions + " return " + expression(let.getBody()) + "; })()";
  }

  /** What stands for an operator where it is named without arguments. */
  private String operator(SymbolNode symbol) {
    if (symbol instanceof FormalParamNode) {
      return local(symbol);
    }
    if (symbol instanceof OpDeclNode constant) {
      return reference(module.valueOf(constant.getName().toString()));
    }
    OpDefNode definition = (OpDefNode) symbol;
    if (isOfTla(definition)) {
      return "T[" + quote(definition.getName().toString()) + "]";
    }
    return defined.contains(definition) ? local(definition) : reference(definition);
  }

  private static boolean isOfTla(OpDefNode definition) {
    return definition.getOriginallyDefinedInModuleNode() == null
        || definition.getOriginallyDefinedInModuleNode().isStandard();
  }

  private String application(OpApplNode node) {
    SymbolNode operator = node.getOperator();
    ExprOrOpArgNode[] arguments = node.getArgs();
    return switch (operator.getName().toString()) {
      case "TRUE" -> "true";
      case "FALSE" -> "false";
      case "$ConjList", "\\land" -> joined(arguments, " && ");
      case "$DisjList", "\\lor" -> joined(arguments, " || ");
      case "=>" -> "(!" + expression(arguments[0]) + " || " + expression(arguments[1]) + ")";
      case "\\lnot" -> "!" + expression(arguments[0]);
      case "$IfThenElse" ->
          "("
              + expression(arguments[0])
              + " ? "
              + expression(arguments[1])
              + " : "
              + expression(arguments[2])
              + ")";
      case "$Case" -> cases(arguments);
      case "$RcdSelect", "$FcnApply" -> called("T.apply", arguments);
      case "$Tuple" -> "T.tuple(" + listed(arguments) + ")";
      case "$SetEnumerate" -> "T.set(" + listed(arguments) + ")";
      case "$RcdConstructor" -> record(arguments);
      case "$Except" -> except(arguments);
      case "$SubsetOf" -> bounded("T.filter", node);
      case "$SetOfAll" -> image(node);
      case "$BoundedExists" -> bounded("T.some", node);
      case "$BoundedForall" -> bounded("T.every", node);
      case "$BoundedChoose" -> bounded("T.choose", node);
      case "$FcnConstructor" -> bounded("T.fcn", node);
      default -> call(node, operator, arguments);
    };
  }

  private String call(OpApplNode node, SymbolNode operator, ExprOrOpArgNode[] arguments) {
    if (operator.getName().toString().startsWith("$")) {
      throw untranslated(node);
    }
    if (operator instanceof OpDefNode definition && isOfTla(definition)) {
      return called(operator(operator), arguments);
    }
    if (bound.contains(operator)) {
      return local(operator);
    }
    return Arrays.stream(arguments)
        .map(this::argument)
        .collect(Collectors.joining(", ", operator(operator) + "(", ")"));
  }

  /** The argument as a function that gives it. */
  private String argument(ExprOrOpArgNode argument) {
    if (argument instanceof OpApplNode node
        && node.getOperator() instanceof FormalParamNode
        && !bound.contains(node.getOperator())) {
      return local(node.getOperator());
    }
    String value = expression(argument);
    boolean isThere =
        argument instanceof StringNode
            || argument instanceof NumeralNode
            || (argument instanceof OpApplNode node && bound.contains(node.getOperator()));
    return isThere ? "() => " + value : "T.once(() => " + value + ")";
  }

  private String called(String function, ExprOrOpArgNode[] arguments) {
    return function + "(" + listed(arguments) + ")";
  }

  private String listed(ExprOrOpArgNode[] arguments) {
    return Arrays.stream(arguments).map(this::expression).collect(Collectors.joining(", "));
  }

  private String joined(ExprOrOpArgNode[] arguments, String between) {
    return Arrays.stream(arguments)
        .map(this::expression)
        .collect(Collectors.joining(between, "(", ")"));
  }

  private static ExprOrOpArgNode[] pair(ExprOrOpArgNode node) {
    return ((OpApplNode) node).getArgs();
  }

  private String cases(ExprOrOpArgNode[] arms) {
    StringBuilder text = new StringBuilder("(");
    String last = "T.noCase()";
    for (ExprOrOpArgNode arm : arms) {
      ExprOrOpArgNode condition = pair(arm)[0];
      String value = expression(pair(arm)[1]);
      if (condition == null) {
        last = value;
      } else {
        text.append(expression(condition)).append(" ? ").append(value).append(" : ");
      }
    }
    return text + last + ")";
  }

  private String record(ExprOrOpArgNode[] fields) {
    return Arrays.stream(fields)
        .map(field -> "[" + expression(pair(field)[0]) + ", " + expression(pair(field)[1]) + "]")
        .collect(Collectors.joining(", ", "T.record(", ")"));
  }

  private String except(ExprOrOpArgNode[] arguments) {
    String text = expression(arguments[0]);
    for (ExprOrOpArgNode change : Arrays.asList(arguments).subList(1, arguments.length)) {
      String path = "[" + listed(pair(pair(change)[0])) + "]";
      text = "T.except(" + text + ", " + path + ", $at => " + expression(pair(change)[1]) + ")";
    }
    return text;
  }

  private String bounded(String function, OpApplNode node) {
    List<Map.Entry<String, String>> bounds = bounds(node);
    String text = expression(node.getArgs()[0]);
    boolean nests = Set.of("T.some", "T.every").contains(function);
    if (bounds.size() > 1 && !nests) {
      throw untranslated(node);
    }
    for (Map.Entry<String, String> bound : bounds) {
      text = function + "(" + bound.getValue() + ", " + bound.getKey() + " => " + text + ")";
    }
    return text;
  }

  private String image(OpApplNode node) {
    List<Map.Entry<String, String>> bounds = bounds(node);
    String text = "$add(" + expression(node.getArgs()[0]) + ")";
    for (Map.Entry<String, String> bound : bounds) {
      text = "T.each(" + bound.getValue() + ", " + bound.getKey() + " => " + text + ")";
    }
    return "T.image($add => " + text + ")";
  }

  /** Each bound variable with its set, the innermost first. */
  private List<Map.Entry<String, String>> bounds(OpApplNode node) {
    List<Map.Entry<String, String>> bounds = new ArrayList<>();
    FormalParamNode[][] symbols = node.getBdedQuantSymbolLists();
    IntStream.range(0, symbols.length)
        .forEach(
            i -> {
              if (node.isBdedQuantATuple()[i]) {
                throw untranslated(node);
              }
              String set = expression(node.getBdedQuantBounds()[i]);
              for (FormalParamNode symbol : symbols[i]) {
                bound.add(symbol);
                bounds.add(0, Map.entry(local(symbol), set));
              }
            });
    return bounds;
  }
}
