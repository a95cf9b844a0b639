package bindcheck.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one module: what stands in which operator, and what the comments above a definition
 * say of it.
 */
record SpecText(String module, List<String> lines) {
  /** The id of a requirement, wherever it is written. */
  static final Pattern REQUIREMENT = Pattern.compile("\\bR-[a-z0-9]+(?:-[a-z0-9]+)*");

  /** A choice wherever it is written, its id as a group, with an alternative where there is one. */
  static final Pattern CHOICE =
      Pattern.compile("\\b(C-[a-z0-9]+(?:-[a-z0-9]+)*)(?:=[A-Za-z0-9_]+(?:-[a-z]+)*)?");

  private static final Pattern DEFINITION =
      Pattern.compile("^(?:LOCAL )?([A-Za-z]\\w*)(?:\\([^)]*(?:\\([^)]*\\)[^)]*)*\\))? ==.*");
  private static final Pattern EXTENDS = Pattern.compile("^EXTENDS (.*)");

  /** One definition: its name, the comments directly above it, and its lines. */
  record Definition(String name, String comment, List<String> body) {}

  static SpecText of(Path file) {
    String name = file.getFileName().toString();
    return new SpecText(
        name.substring(0, name.lastIndexOf('.')), Checkout.read(file).lines().toList());
  }

  /** Every module, by name. */
  static Map<String, SpecText> all() {
    Map<String, SpecText> all = new LinkedHashMap<>();
    for (Path file : Checkout.specFiles(".tla")) {
      SpecText text = of(file);
      all.put(text.module(), text);
    }
    return all;
  }

  /** The module and those that it extends, directly or not, among these. */
  static Set<String> extended(Map<String, SpecText> all, String module) {
    Set<String> found = new LinkedHashSet<>();
    if (all.containsKey(module)) {
      for (String line : all.get(module).lines()) {
        Matcher matcher = EXTENDS.matcher(line);
        if (matcher.matches()) {
          for (String name : matcher.group(1).split(",\\s*", -1)) {
            found.addAll(extended(all, name.strip()));
          }
        }
      }
      found.add(module);
    }
    return found;
  }

  /** The ids of requirements that are written anywhere in the module, in their order. */
  Set<String> ids() {
    return idsIn(String.join("\n", lines));
  }

  static Set<String> idsIn(String text) {
    Set<String> ids = new LinkedHashSet<>();
    REQUIREMENT.matcher(text).results().map(MatchResult::group).forEach(ids::add);
    return ids;
  }

  /** The definitions, in their order. */
  List<Definition> definitions() {
    List<Definition> definitions = new ArrayList<>();
    StringBuilder comment = new StringBuilder();
    for (String line : lines) {
      Optional<String> name = defined(line);
      if (name.isPresent()) {
        definitions.add(new Definition(name.get(), comment.toString(), new ArrayList<>()));
      }
      if (isComment(line)) {
        comment.append(line).append('\n');
      } else if (!line.isBlank()) {
        comment.setLength(0);
      }
      if (!definitions.isEmpty()) {
        definitions.get(definitions.size() - 1).body().add(line);
      }
    }
    return definitions;
  }

  private static Optional<String> defined(String line) {
    Matcher matcher = DEFINITION.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isComment(String line) {
    return line.startsWith("(*") || line.startsWith("\\*");
  }
}
