package bindcheck.tla;

import bindcheck.tla.Expression.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.SymbolNode;
import util.UniqueString;

/** Reads what SANY has parsed, expression by expression. */
public final class SanyReader {
  /** An expression that this program does not evaluate: a variable, or what is true of states. */
  private static final class UntranslatedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient LeftOut what;

    UntranslatedException(SemanticNode node) {
      this(node, node.getTreeNode().getHumanReadableImage());
    }

    UntranslatedException(SemanticNode node, String text) {
      this.what = new LeftOut(node.getLocation().source(), node.getLocation().beginLine(), text);
    }
  }

  private static final Map<String, Kind> BUILT_IN =
      Map.ofEntries(
          Map.entry("$ConjList", Kind.AND),
          Map.entry("\\land", Kind.AND),
          Map.entry("$DisjList", Kind.OR),
          Map.entry("\\lor", Kind.OR),
          Map.entry("=>", Kind.IMPLIES),
          Map.entry("\\lnot", Kind.NOT),
          Map.entry("$IfThenElse", Kind.IF),
          Map.entry("$RcdSelect", Kind.APPLY),
          Map.entry("$FcnApply", Kind.APPLY),
          Map.entry("$Tuple", Kind.TUPLE),
          Map.entry("$SetEnumerate", Kind.SET));

  private static final Map<String, Kind> BINDING =
      Map.of(
          "$SubsetOf", Kind.FILTER,
          "$SetOfAll", Kind.IMAGE,
          "$BoundedExists", Kind.EXISTS,
          "$BoundedForall", Kind.FORALL,
          "$BoundedChoose", Kind.CHOOSE,
          "$FcnConstructor", Kind.FUNCTION);

  private static final UniqueString LAMBDA = UniqueString.uniqueStringOf("LAMBDA");

  private static final Set<String> PRIMING = Set.of("'", "UNCHANGED");

  /** The states before and after a step, as an operator that speaks of them is given them. */
  private static final List<String> STATES = List.of("'before", "'after");

  private static final Set<Kind> OVER_ONE = Set.of(Kind.FILTER, Kind.CHOOSE, Kind.FUNCTION);

  private final Function<String, OpDefNode> constants;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();

  /** What is being read, or cannot be. */
  private final Set<String> begun = new HashSet<>();

  /** What a LET has defined. */
  private final Set<OpDefNode> local = new HashSet<>();

  /** What ranges over a set. */
  private final Set<SymbolNode> bound = new HashSet<>();

  /** Whether what speaks of states is read, too. */
  private final boolean ofSteps;

  /** The operators that speak of states. */
  private final Set<String> lifted = new HashSet<>();

  /** Whether what is being read speaks of states. */
  private boolean speaks;

  /** Whether what is being read is primed. */
  private boolean primed;

  private SanyReader(Function<String, OpDefNode> constants, boolean ofSteps) {
    this.constants = constants;
    this.ofSteps = ofSteps;
  }

  /**
   * The operators of a module.
   *
   * @param constants the operator that is a constant's value, by its name; null where it has none
   */
  public static ParsedModule read(
      ModuleNode module, ExprNode[] assumptions, Function<String, OpDefNode> constants) {
    return read(module, assumptions, constants, (operator, why) -> {});
  }

  /**
   * The same.
   *
   * @param leftOut is told each operator that is not evaluated, and why
   */
  public static ParsedModule read(
      ModuleNode module,
      ExprNode[] assumptions,
      Function<String, OpDefNode> constants,
      BiConsumer<String, LeftOut> leftOut) {
    SanyReader reader = new SanyReader(constants, false);
    Map<String, String> operators = reader.operators(module, leftOut);
    List<Expression> assumed = Arrays.stream(assumptions).map(reader::expression).toList();
    return new ParsedModule(operators, reader.definitions, assumed);
  }

  /**
   * The operators of a module, with those that speak of states: these take two more arguments, the
   * states before and after a step. A state is a record of its variables, and of the constants that
   * have no value.
   *
   * @param constants the operator that is a constant's value, by its name; null where it has none
   */
  public static ParsedModule readSteps(ModuleNode module, Function<String, OpDefNode> constants) {
    SanyReader reader = new SanyReader(constants, true);
    return new ParsedModule(
        reader.operators(module, (operator, why) -> {}), reader.definitions, List.of());
  }

  private Map<String, String> operators(ModuleNode module, BiConsumer<String, LeftOut> leftOut) {
    Map<String, String> operators = new HashMap<>();
    for (OpDefNode operator : module.getOpDefs()) {
      if (!isOfTla(operator)) {
        readOperator(operator, operators, leftOut);
      }
    }
    return operators;
  }

  private void readOperator(
      OpDefNode operator, Map<String, String> operators, BiConsumer<String, LeftOut> leftOut) {
    Set<String> before = Set.copyOf(definitions.keySet());
    try {
      operators.put(operator.getName().toString(), reference(operator));
    } catch (UntranslatedException why) {
      leftOut.accept(operator.getName().toString(), why.what);
      definitions.keySet().retainAll(before);
      begun.retainAll(before);
    }
  }

  /** The name of an operator of a module; it is read if it was not. */
  private String reference(OpDefNode operator) {
    String name = operator.getOriginallyDefinedInModuleNode().getName() + "_" + operator.getName();
    boolean isOfInstance = operator.getBody() == null || isOfTla(operator.getSource());
    if (isOfInstance) {
      throw new UntranslatedException(operator, operator.getName().toString());
    }
    if (begun.add(name)) { // it may refer to itself
      define(name, operator);
    }
    speaks |= lifted.contains(name);
    return name;
  }

  private void define(String name, OpDefNode operator) {
    boolean outerSpeaks = speaks;
    boolean outerPrimed = primed;
    speaks = false;
    primed = false;
    Expression body = expression(operator.getBody());
    List<String> parameters = new ArrayList<>(names(operator.getParams()));
    if (speaks) {
      lifted.add(name);
      parameters.addAll(STATES);
    }
    definitions.put(name, new Definition(name, parameters, body));
    speaks = outerSpeaks;
    primed = outerPrimed;
  }

  /** What is so before, or after where it is primed. */
  private Expression state() {
    speaks = true;
    return Expression.of(Kind.LOCAL, STATES.get(primed ? 1 : 0));
  }

  private Expression primed(SemanticNode node) {
    boolean outer = primed;
    primed = true;
    Expression after = expression(node);
    primed = outer;
    return after;
  }

  private static List<String> names(FormalParamNode[] parameters) {
    return Arrays.stream(parameters).map(parameter -> parameter.getName().toString()).toList();
  }

  private Expression expression(SemanticNode node) {
    if (node instanceof NumeralNode number && number.bigVal() == null) {
      return Expression.of(Kind.NUMBER, Integer.toString(number.val()));
    }
    if (node instanceof StringNode string) {
      return Expression.of(Kind.STRING, string.getRep().toString());
    }
    if (node instanceof AtNode) {
      return Expression.of(Kind.AT, "");
    }
    if (node instanceof OpArgNode argument) {
      return Expression.of(Kind.OPERATOR, "", given(argument, argument.getOp()));
    }
    if (node instanceof LetInNode let) {
      return let(let);
    }
    if (node instanceof OpApplNode application) {
      return application(application);
    }
    throw new UntranslatedException(node);
  }

  /** An operator that is named, or one that is written where it is given. */
  private Expression given(OpArgNode place, SymbolNode operator) {
    return operator instanceof OpDefNode definition && definition.getName().equals(LAMBDA)
        ? definition(definition)
        : applied(place, operator, List.of());
  }

  private Expression definition(OpDefNode operator) {
    Stream<Expression> parameters =
        names(operator.getParams()).stream().map(name -> Expression.of(Kind.PARAMETER, name));
    return new Expression(
        Kind.DEFINITION,
        operator.getName().toString(),
        Stream.concat(parameters, Stream.of(expression(operator.getBody()))).toList());
  }

  private Expression let(LetInNode let) {
    local.addAll(Arrays.asList(let.getLets()));
    List<Expression> parts = new ArrayList<>();
    parts.add(null); // the place of the value, which is read when all its names are known
    for (OpDefNode operator : let.getLets()) {
      parts.add(definition(operator));
    }
    parts.set(0, expression(let.getBody()));
    return new Expression(Kind.LET, "", parts);
  }

  private Expression applied(SemanticNode place, SymbolNode symbol, List<Expression> arguments) {
    String name = symbol.getName().toString();
    if (symbol instanceof FormalParamNode) {
      return new Expression(bound.contains(symbol) ? Kind.BOUND : Kind.LOCAL, name, arguments);
    }
    if (symbol instanceof OpDeclNode) {
      OpDefNode value = constants.apply(name);
      if (value != null) {
        return call(value, arguments);
      }
      if (!ofSteps) {
        throw new UntranslatedException(place);
      }
      return Expression.of(Kind.APPLY, "", state(), Expression.of(Kind.STRING, name));
    }
    if (!(symbol instanceof OpDefNode definition)) {
      throw new UntranslatedException(place);
    }
    if (isOfTla(definition)) {
      if (!Standard.isKnown(name)) {
        throw new UntranslatedException(place);
      }
      return new Expression(Kind.STANDARD, name, arguments);
    }
    return local.contains(definition)
        ? new Expression(Kind.LOCAL, name, arguments)
        : call(definition, arguments);
  }

  private Expression call(OpDefNode definition, List<Expression> arguments) {
    String name = reference(definition);
    List<Expression> all = new ArrayList<>(arguments);
    if (lifted.contains(name)) {
      all.add(state());
      all.add(Expression.of(Kind.LOCAL, STATES.get(1)));
    }
    return new Expression(Kind.CALL, name, all);
  }

  private static boolean isOfTla(OpDefNode definition) {
    return definition.getOriginallyDefinedInModuleNode() == null
        || definition.getOriginallyDefinedInModuleNode().isStandard();
  }

  private Expression application(OpApplNode node) {
    String name = node.getOperator().getName().toString();
    ExprOrOpArgNode[] arguments = node.getArgs();
    if (BUILT_IN.containsKey(name)) {
      return new Expression(BUILT_IN.get(name), "", all(arguments));
    }
    if (BINDING.containsKey(name)) {
      return binding(BINDING.get(name), node);
    }
    if (ofSteps && PRIMING.contains(name)) {
      Expression after = primed(arguments[0]);
      return name.equals("'")
          ? after
          : Expression.of(Kind.STANDARD, "=", after, expression(arguments[0]));
    }
    return switch (name) {
      case "TRUE", "FALSE" -> Expression.of(Kind.TRUTH, name);
      case "$Case" -> cases(arguments);
      case "$RcdConstructor" -> record(arguments);
      case "$Except" -> except(arguments);
      default -> applied(node, node.getOperator(), all(arguments));
    };
  }

  private List<Expression> all(ExprOrOpArgNode[] nodes) {
    return Arrays.stream(nodes).map(this::expression).toList();
  }

  private static ExprOrOpArgNode[] pair(ExprOrOpArgNode node) {
    return ((OpApplNode) node).getArgs();
  }

  private Expression cases(ExprOrOpArgNode[] arms) {
    List<Expression> parts = new ArrayList<>();
    for (ExprOrOpArgNode arm : arms) {
      if (pair(arm)[0] != null) {
        parts.add(expression(pair(arm)[0]));
      }
      parts.add(expression(pair(arm)[1]));
    }
    return new Expression(Kind.CASE, "", parts);
  }

  private Expression record(ExprOrOpArgNode[] fields) {
    List<Expression> parts = new ArrayList<>();
    for (ExprOrOpArgNode field : fields) {
      String name = ((StringNode) pair(field)[0]).getRep().toString();
      parts.add(Expression.of(Kind.FIELD, name, expression(pair(field)[1])));
    }
    return new Expression(Kind.RECORD, "", parts);
  }

  private Expression except(ExprOrOpArgNode[] arguments) {
    List<Expression> parts = new ArrayList<>();
    parts.add(expression(arguments[0]));
    for (ExprOrOpArgNode change : Arrays.asList(arguments).subList(1, arguments.length)) {
      List<Expression> path = new ArrayList<>(all(pair(pair(change)[0])));
      path.add(expression(pair(change)[1]));
      parts.add(new Expression(Kind.CHANGE, "", path));
    }
    return new Expression(Kind.EXCEPT, "", parts);
  }

  private Expression binding(Kind kind, OpApplNode node) {
    List<Expression> parts = new ArrayList<>();
    parts.add(null); // the place of what is said of the names
    FormalParamNode[][] names = node.getBdedQuantSymbolLists();
    for (int i = 0; i < names.length; i++) {
      Expression set = expression(node.getBdedQuantBounds()[i]);
      for (FormalParamNode name : names[i]) {
        bound.add(name);
        parts.add(Expression.of(Kind.RANGE, name.getName().toString(), set));
      }
      if (node.isBdedQuantATuple()[i]) {
        throw new UntranslatedException(node);
      }
    }
    if (parts.size() > 2 && OVER_ONE.contains(kind)) {
      throw new UntranslatedException(node);
    }
    parts.set(0, expression(node.getArgs()[0]));
    return new Expression(kind, "", parts);
  }
}
