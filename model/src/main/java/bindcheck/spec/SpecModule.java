package bindcheck.spec;

import bindcheck.tla.EvaluationException;
import bindcheck.tla.ParsedModule;
import bindcheck.tla.Program;
import bindcheck.tla.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One module of the specification: its operators as functions. Who evaluates it remembers much, so
 * that it is not thread-safe, while all share the program.
 */
public final class SpecModule {
  private static final Map<String, Program> PROGRAMS = new ConcurrentHashMap<>();

  private static final ThreadLocal<Map<String, SpecModule>> LOADED =
      ThreadLocal.withInitial(HashMap::new);

  /** More fill memory that whoever asks once has better use for. */
  private static final int MOST_ANSWERS = 200_000;

  private record Question(String operator, List<Value> arguments) {}

  private final Map<Question, Value> answers = new HashMap<>();
  private final Program program;
  private final List<OwnScene> scenes;

  /** A module that gives no scenes but the packaged ones. */
  SpecModule(Program program) {
    this(program, List.of());
  }

  /**
   * A module with scenes of a user's, in the place of the suites that are packaged.
   *
   * @param scenes in their order
   */
  SpecModule(Program program, List<OwnScene> scenes) {
    this.program = program;
    this.scenes = List.copyOf(scenes);
  }

  /**
   * The packaged module of that name, with the configuration of the same name. Those who load it in
   * one thread share what they remember.
   */
  public static SpecModule load(String name) {
    return LOADED.get().computeIfAbsent(name, SpecModule::loadAnew);
  }

  /** The same for who evaluates it on another thread than those who have it from {@link #load}. */
  public static SpecModule loadAnew(String name) {
    return new SpecModule(
        PROGRAMS.computeIfAbsent(
            name,
            packaged ->
                new Program(
                    SpecImage.read(packaged)
                        .orElseGet(() -> new SpecParser(packaged, Map.of()).read()))));
  }

  /** Loads it anew, where some files, by their names, have another text than the packaged one. */
  static SpecModule load(String name, Map<String, String> instead) {
    return new SpecModule(new Program(new SpecParser(name, instead).read()));
  }

  /**
   * The packaged module of that name with its actions: an operator that speaks of variables takes
   * two more arguments, the states before and after a step, which are records.
   *
   * @param ofStates constants that are fields of a state, as variables are
   */
  public static SpecModule withActions(String name, Set<String> ofStates) {
    return new SpecModule(new Program(new SpecParser(name, Map.of()).readSteps(ofStates)));
  }

  /** The scenes that a user has given; none where the packaged ones are meant. */
  List<OwnScene> scenes() {
    return scenes;
  }

  /** The text of its operators. */
  public ParsedModule parsed() {
    return program.module();
  }

  /**
   * The value of an operator applied to arguments.
   *
   * @throws SpecException if the operator is unknown or its evaluation fails
   */
  public Value evaluate(String operator, Value... arguments) {
    try {
      return program.evaluate(operator, arguments);
    } catch (EvaluationException | ArithmeticException e) {
      throw new SpecException(operator + " cannot be evaluated: " + e.getMessage(), e);
    }
  }

  /** The same, remembered for others who evaluate the module, as every command and test does. */
  Value recall(String operator, Value... arguments) {
    Question question = new Question(operator, List.of(arguments));
    Value answer = answers.get(question);
    if (answer == null) {
      answer = evaluate(operator, arguments);
      if (answers.size() == MOST_ANSWERS) {
        answers.clear();
      }
      answers.put(question, answer);
    }
    return answer;
  }

  /** Whether what the module assumes holds; not if any of it has no value. */
  boolean assumptionsHold() {
    try {
      return program.assumptionsHold();
    } catch (EvaluationException | ArithmeticException hasNoValue) {
      return false;
    }
  }
}
