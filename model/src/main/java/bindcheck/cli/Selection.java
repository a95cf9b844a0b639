package bindcheck.cli;

import bindcheck.call.Nearest;
import bindcheck.file.InputException;
import bindcheck.file.TextFile;
import bindcheck.report.SavedScript;
import bindcheck.spec.Alternative;
import bindcheck.spec.Glossary;
import bindcheck.suite.Course;
import bindcheck.suite.SceneGraph;
import bindcheck.suite.SceneSuite;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a suite is walked: all of it where nothing is named, else whatever one of the names
 * means.
 */
final class Selection {
  /**
   * What a name means.
   *
   * @param scenes in these, or in all where there is none
   * @param ids the walks that rest on one of these, or all where there is none
   */
  private record Part(Set<String> scenes, Set<String> ids) {
    boolean isIn(String scene) {
      return scenes.isEmpty() || scenes.contains(scene);
    }
  }

  private final List<String> names;
  private final List<Part> parts;

  private Selection(List<String> names, List<Part> parts) {
    this.names = names;
    this.parts = parts;
  }

  /**
   * Reads the names.
   *
   * @param names each a scene, a requirement, a choice, or a script that was saved
   * @param scenes those of the suite
   * @throws InputException if one is none of these
   */
  static Selection of(List<String> names, Collection<String> scenes, Glossary glossary) {
    return new Selection(names, names.stream().map(name -> part(name, scenes, glossary)).toList());
  }

  private static Part part(String name, Collection<String> scenes, Glossary glossary) {
    if (scenes.contains(name)) {
      return new Part(Set.of(name), Set.of());
    }
    if (isId(name, glossary)) {
      return new Part(Set.of(), Set.of(name));
    }
    if (isFile(name)) {
      return saved(Path.of(name), scenes);
    }
    Stream<String> known =
        Stream.of(scenes, glossary.requirements(), glossary.choices()).flatMap(Collection::stream);
    throw new InputException(
        "--only: expected a scene of the suite (%s), a requirement, a choice, or a script that check saved, found '%s'%s"
            .formatted(String.join(", ", scenes), name, Nearest.hint(name, known)));
  }

  private static boolean isId(String name, Glossary glossary) {
    return Alternative.parse(name)
        .map(one -> glossary.alternatives().anyMatch(one::equals))
        .orElseGet(() -> glossary.isKnown(name));
  }

  private static boolean isFile(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException none) {
      return false;
    }
  }

  /** The walks of the scene that rest on what is broken, or all of them where nothing is. */
  private static Part saved(Path file, Collection<String> scenes) {
    String text = TextFile.read(file, "a script that check saved");
    Set<String> scene = comment(text, SavedScript.SCENE);
    if (scene.isEmpty()) {
      throw new InputException(
          file, "expected a script that check saved, found no line '" + SavedScript.SCENE + "...'");
    }
    if (!scenes.containsAll(scene)) {
      throw new InputException(
          file,
          "expected a scene of the suite (%s), found '%s'"
              .formatted(String.join(", ", scenes), String.join(" ", scene)));
    }
    return new Part(scene, comment(text, SavedScript.BROKEN));
  }

  private static Set<String> comment(String text, String title) {
    Set<String> words = new TreeSet<>();
    text.lines()
        .filter(line -> line.startsWith(title))
        .forEach(line -> words.addAll(List.of(line.substring(title.length()).split(" "))));
    return words;
  }

  /** What was named. */
  List<String> names() {
    return names;
  }

  /** Those of the scenes in which there may be something to walk. */
  List<String> scenes(List<String> scenes) {
    return scenes.stream().filter(scene -> isAll() || isIn(scene)).toList();
  }

  private boolean isAll() {
    return parts.isEmpty();
  }

  private boolean isIn(String scene) {
    return parts.stream().anyMatch(part -> part.isIn(scene));
  }

  /** Those walks of a scene that are named; in the end there may be none. */
  Course of(SceneSuite scene, Course course) {
    return isAll()
        ? course
        : course.only(
            walk ->
                parts.stream()
                    .filter(part -> part.isIn(scene.name()))
                    .anyMatch(part -> part.ids().isEmpty() || rests(walk, part.ids(), scene)));
  }

  private static boolean rests(int[] walk, Set<String> ids, SceneSuite scene) {
    SceneGraph graph = scene.graph();
    return Arrays.stream(walk)
        .mapToObj(edge -> graph.automaton().semantics().tags(graph.edges().get(edge).by()))
        .anyMatch(by -> by.stream().anyMatch(id -> isNamed(id, ids)));
  }

  private static boolean isNamed(String id, Set<String> ids) {
    return ids.contains(id) || ids.contains(Alternative.withoutName(id));
  }
}
