package bindcheck.spec;

import bindcheck.file.Packaged;
import bindcheck.file.TextFile;
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
public record ModuleText(String module, List<String> lines) {
  /** The id of a requirement, wherever it is written. */
  public static final Pattern REQUIREMENT = Pattern.compile("\\bR-[a-z0-9]+(?:-[a-z0-9]+)*");

  /** A choice wherever it is written, its id as a group, with an alternative where there is one. */
  public static final Pattern CHOICE =
      Pattern.compile("\\b(C-[a-z0-9]+(?:-[a-z0-9]+)*)(?:=[A-Za-z0-9_]+(?:-[a-z]+)*)?");

  private static final Pattern DEFINITION =
      Pattern.compile("^(?:LOCAL )?([A-Za-z]\\w*)(?:\\([^)]*(?:\\([^)]*\\)[^)]*)*\\))? ==.*");
  private static final Pattern EXTENDS = Pattern.compile("^EXTENDS (.*)");

  /** One definition: its name, the comments directly above it, and its lines. */
  public record Definition(String name, String comment, List<String> body) {
    /** Keeps a copy. */
    public Definition {
      body = List.copyOf(body);
    }

    /** Its lines, without what stands between it and the next one. */
    public List<String> statement() {
      int end = body.size();
      while (isBetween(body.get(end - 1))) {
        end--;
      }
      return body.subList(0, end);
    }

    private static boolean isBetween(String line) {
      return line.isBlank() || isComment(line) || line.startsWith("====");
    }
  }

  /** Keeps a copy. */
  public ModuleText {
    lines = List.copyOf(lines);
  }

  private static ModuleText of(Path file) {
    String name = file.getFileName().toString();
    return new ModuleText(
        name.substring(0, name.lastIndexOf('.')), TextFile.read(file, "a module").lines().toList());
  }

  /** Every module that is packaged with this program, by name. */
  public static Map<String, ModuleText> all() {
    Map<String, ModuleText> all = new LinkedHashMap<>();
    // The folder's name alone may be that of another one.
    Packaged.in(
            "/spec/Steps.tla", steps -> Packaged.files(steps.getParent(), ".tla", ModuleText::of))
        .forEach(text -> all.put(text.module(), text));
    return all;
  }

  /** The module and those that it extends, directly or not, among these. */
  public static Set<String> extended(Map<String, ModuleText> all, String module) {
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
  public Set<String> ids() {
    return idsIn(String.join("\n", lines));
  }

  /** The ids of requirements in a text, in their order. */
  public static Set<String> idsIn(String text) {
    Set<String> ids = new LinkedHashSet<>();
    REQUIREMENT.matcher(text).results().map(MatchResult::group).forEach(ids::add);
    return ids;
  }

  /** The definitions, in their order. */
  public List<Definition> definitions() {
    List<Definition> definitions = new ArrayList<>();
    StringBuilder comment = new StringBuilder();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Optional<String> name = defined(line);
      if (name.isPresent()) {
        definitions.add(new Definition(name.get(), comment.toString(), body(at)));
      }
      if (isComment(line)) {
        comment.append(line).append('\n');
      } else if (!line.isBlank()) {
        comment.setLength(0);
      }
    }
    return definitions;
  }

  /** The lines from a definition on, up to the next one. */
  private List<String> body(int from) {
    int to = from + 1;
    while (to < lines.size() && defined(lines.get(to)).isEmpty()) {
      to++;
    }
    return lines.subList(from, to);
  }

  private static Optional<String> defined(String line) {
    Matcher matcher = DEFINITION.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isComment(String line) {
    return line.startsWith("(*") || line.startsWith("\\*");
  }
}
