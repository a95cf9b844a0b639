package bindcheck.tla;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operators of a module as functions. What has no parameters is evaluated once. May be used by
 * several threads, as values are never changed.
 */
public final class Program {
  private final ParsedModule module;
  private final Map<String, Operator> operators = new HashMap<>();

  public Program(ParsedModule module) {
    this.module = module;
    module
        .definitions()
        .forEach((name, of) -> operators.put(name, new Operator(of, operators::get)));
  }

  public ParsedModule module() {
    return module;
  }

  /**
   * The value of an operator applied to arguments.
   *
   * @throws EvaluationException if there is no such operator, or no value
   */
  public Value evaluate(String name, Value... arguments) {
    Operator operator = operators.get(module.operators().getOrDefault(name, ""));
    if (operator == null) {
      throw new EvaluationException("there is no operator " + name);
    }
    if (operator.parameters != arguments.length) {
      throw new EvaluationException(name + " takes " + operator.parameters + " arguments");
    }
    return arguments.length == 0 ? operator.constant() : operator.apply((Object[]) arguments);
  }

  /** Whether all that the module assumes is so. */
  public boolean assumptionsHold() {
    return module.assumptions().stream().allMatch(this::holds);
  }

  private boolean holds(Expression assumption) {
    Definition condition = new Definition("ASSUME", List.of(), assumption);
    return Standard.truth(new Operator(condition, operators::get).constant());
  }
}
