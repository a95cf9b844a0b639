package bindcheck.tla;

import java.util.List;
import java.util.Map;

/**
 * A module as far as it can be evaluated, with all that it is made of. What speaks of variables is
 * left out.
 *
 * @param operators by the name that the module has for them, their definitions' names
 * @param definitions by name
 * @param assumptions conditions, in the order of the text
 */
public record ParsedModule(
    Map<String, String> operators,
    Map<String, Definition> definitions,
    List<Expression> assumptions) {
  /** Keeps copies. */
  public ParsedModule {
    operators = Map.copyOf(operators);
    definitions = Map.copyOf(definitions);
    assumptions = List.copyOf(assumptions);
  }
}
