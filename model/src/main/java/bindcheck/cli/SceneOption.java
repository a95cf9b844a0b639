package bindcheck.cli;

import bindcheck.file.InputException;
import bindcheck.spec.SceneFile;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose scenes are meant: those of the specification, or a user's own. */
final class SceneOption {
  /** About a minute's exploration. */
  private static final int USUAL_EDGES = 200_000;

  private static final int LARGEST = 100_000_000;

  @Option(
      names = "--scene",
      paramLabel = "FILE.tla",
      description = {
        "scenes of one's own in the place of those of the suite: a module that extends Suites and",
        "defines operators whose names end in Scene"
      })
  private Path file;

  @Option(
      names = "--most-edges",
      paramLabel = "N",
      description =
          "how many edges the graph of such a scene may have (default: " + USUAL_EDGES + ")")
  private Integer mostEdges;

  /** The specification, with the scenes that are meant. */
  SpecModule evaluation() {
    if (file == null) {
      if (mostEdges != null) {
        throw new InputException("--most-edges: expected a scene that it is for, --scene FILE.tla");
      }
      return Subcommand.evaluation();
    }
    int most = mostEdges == null ? USUAL_EDGES : mostEdges;
    Subcommand.require("--most-edges", most, 1, LARGEST);
    return SceneFile.load(file, most);
  }

  /** The names of the scenes of a suite. */
  List<String> ofSuite(SpecModule module, String suite) {
    Subcommand.require(Scene.suites(module), "suite", suite);
    List<String> scenes = Scene.ofSuite(module, suite);
    if (scenes.isEmpty()) {
      throw new InputException(
          file, "expected a scene that belongs to suite " + suite + ", found none");
    }
    return scenes;
  }

  /** The file of scenes, where there is one. */
  Optional<String> file() {
    return Optional.ofNullable(file).map(Path::toString);
  }
}
