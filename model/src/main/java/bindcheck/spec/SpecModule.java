package bindcheck.spec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.EvalException;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.impl.Value;
import util.Assert.TLCRuntimeException;
import util.ToolIO;
import util.UniqueString;

/**
 * One module of the specification, loaded into TLC's evaluator in this process: its operators
 * become functions. Not thread-safe, as TLC's values are not.
 */
public final class SpecModule {
  private static final ThreadLocal<Map<String, SpecModule>> LOADED =
      ThreadLocal.withInitial(HashMap::new);

  /** More fill memory that whoever asks once has better use for. */
  private static final int MOST_ANSWERS = 200_000;

  private record Question(String operator, List<Term> arguments) {}

  private final Map<Question, Value> answers = new HashMap<>();
  private final Map<String, OpDefNode> operators = new HashMap<>();
  private final FastTool tool;
  private final String name;

  private SpecModule(String name, FastTool tool) {
    this.name = name;
    this.tool = tool;
    for (OpDefNode definition : tool.getSpecProcessor().getRootModule().getOpDefs()) {
      operators.put(definition.getName().toString(), definition);
    }
  }

  /**
   * The packaged module of that name, with the configuration of the same name. A thread loads it
   * once, as parsing it takes longer than much that is asked of it.
   */
  public static SpecModule load(String name) {
    return LOADED.get().computeIfAbsent(name, SpecModule::loadAnew);
  }

  /** The same for who evaluates it on another thread than those who have it from {@link #load}. */
  public static SpecModule loadAnew(String name) {
    return load(name, Map.of());
  }

  /** Loads it anew, where some files, by their names, have another text than the packaged one. */
  static SpecModule load(String name, Map<String, String> instead) {
    FP64.Init(); // without it every fingerprint, and so every hash, is equal
    ToolIO.setMode(ToolIO.TOOL); // silences the parser
    try (SpecFiles files = new SpecFiles(instead)) {
      return new SpecModule(name, new FastTool(files.folder().toString(), name, name, files));
    }
  }

  /**
   * The value of an operator applied to arguments, normalized.
   *
   * @throws SpecException if the operator is unknown or its evaluation fails
   */
  public Value evaluate(String operator, Value... arguments) {
    OpDefNode definition = definition(operator);
    try {
      Value value =
          (Value) tool.eval(definition.getBody(), bind(definition, arguments), TLCState.Empty);
      return Terms.canonical(value);
    } catch (EvalException | TLCRuntimeException e) {
      throw new SpecException(operator + " cannot be evaluated: " + e.getMessage(), e);
    }
  }

  /** The same, remembered for others who evaluate the module, as every command and test does. */
  Value recall(String operator, Term... arguments) {
    Question question = new Question(operator, List.of(arguments));
    Value answer = answers.get(question);
    if (answer == null) {
      Value[] values = Arrays.stream(arguments).map(Term::value).toArray(Value[]::new);
      answer = evaluate(operator, values);
      if (answers.size() == MOST_ANSWERS) {
        answers.clear();
      }
      answers.put(question, answer);
    }
    return answer;
  }

  /**
   * Whether what the module assumes holds. TLC's own check would keep what does not, and with it
   * all of the module, for as long as the machine runs.
   */
  boolean assumptionsHold() {
    try {
      return Arrays.stream(tool.getAssumptions()).allMatch(tool::isValid);
    } catch (EvalException | TLCRuntimeException hasNoValue) {
      return false;
    }
  }

  /**
   * The parsed text of an operator.
   *
   * @throws SpecException if there is none of that name
   */
  OpDefNode definition(String operator) {
    OpDefNode definition = operators.get(operator);
    if (definition == null) {
      throw new SpecException(name + " defines no operator " + operator);
    }
    return definition;
  }

  /** The operator that is a constant's value here. */
  OpDefNode valueOf(String constant) {
    return definition(tool.getModelConfig().getOverrides().get(constant));
  }

  /** The parsed text of a module that this one is made of. */
  ModuleNode parsed(String module) {
    return tool.getSpecProcessor()
        .getModuleTbl()
        .getModuleNode(UniqueString.uniqueStringOf(module));
  }

  private static Context bind(OpDefNode definition, Value[] arguments) {
    FormalParamNode[] parameters = definition.getParams();
    if (parameters.length != arguments.length) {
      throw new SpecException(definition.getName() + " takes " + parameters.length + " arguments");
    }
    Context context = Context.Empty;
    for (int i = 0; i < arguments.length; i++) {
      context = context.cons(parameters[i], arguments[i]);
    }
    return context;
  }
}
