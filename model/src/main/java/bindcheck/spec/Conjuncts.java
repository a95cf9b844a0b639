package bindcheck.spec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the semantics cite each requirement: the operators in whose text the id stands as a string,
 * or is put together from the name of a lookup and an ending.
 */
public final class Conjuncts {
  private static final Pattern STRING =
      Pattern.compile('"' + ModuleText.REQUIREMENT.pattern() + '"');
  private static final Pattern COMPOSED =
      Pattern.compile("\"R-\" \\\\o lookup\\.name \\\\o \"(-[a-z-]+)\"");
  private static final Pattern LOOKUP = Pattern.compile("Lookup\\(\"[^)]*\"([a-z-]+)\"\\)");

  private final Map<String, Set<String>> operators = new LinkedHashMap<>();
  private final Set<String> lookups = new LinkedHashSet<>();

  private Conjuncts() {}

  /** Reads the modules that make up the operator Steps. */
  public static Conjuncts of(Map<String, ModuleText> modules) {
    Conjuncts conjuncts = new Conjuncts();
    Set<String> semantics = ModuleText.extended(modules, "Steps");
    semantics.forEach(name -> conjuncts.readLookups(modules.get(name)));
    semantics.forEach(name -> conjuncts.readOperators(modules.get(name)));
    return conjuncts;
  }

  /** The operators that cite the requirement, each as module and name. */
  public Set<String> citing(String id) {
    return operators.getOrDefault(id, Set.of());
  }

  private void readLookups(ModuleText text) {
    Matcher matcher = LOOKUP.matcher(String.join("\n", text.lines()));
    while (matcher.find()) {
      lookups.add(matcher.group(1));
    }
  }

  private void readOperators(ModuleText text) {
    for (ModuleText.Definition definition : text.definitions()) {
      String operator = text.module() + "!" + definition.name();
      String body = String.join("\n", definition.body());
      Matcher strings = STRING.matcher(body);
      while (strings.find()) {
        cite(strings.group().replace("\"", ""), operator);
      }
      Matcher composed = COMPOSED.matcher(body);
      while (composed.find()) {
        lookups.forEach(name -> cite("R-" + name + composed.group(1), operator));
      }
    }
  }

  private void cite(String id, String operator) {
    operators.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(operator);
  }
}
