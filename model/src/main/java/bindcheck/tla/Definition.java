package bindcheck.tla;

import java.util.List;

/**
 * An operator of a module.
 *
 * @param name unique in a {@link ParsedModule}
 * @param parameters their names
 * @param body what it stands for
 */
public record Definition(String name, List<String> parameters, Expression body) {
  /** Keeps a copy of the parameters. */
  public Definition {
    parameters = List.copyOf(parameters);
  }
}
