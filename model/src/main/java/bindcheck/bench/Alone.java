package bindcheck.bench;

import bindcheck.history.judge.HistoryJudge;
import bindcheck.history.linear.Budget;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.tlc.ChildProcess;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What stands beside TLC, which always is a process of its own: one as well, from its start to its
 * end, in a Java machine with the same options.
 */
public final class Alone {
  private static final String JUDGE = "judge";
  private static final long MEMBERS = 2_000_000;

  private Alone() {}

  /** Prints what is asked for: a verdict, or the size of a graph. */
  public static void main(String[] args) {
    Semantics variant = new Semantics(SpecModule.load("Evaluation"), args[2]);
    System.out.print(
        args[0].equals(JUDGE)
            ? verdict(Path.of(args[1]), variant, Duration.parse(args[3]))
            : graph(new Scene(variant.module(), args[1]), variant));
  }

  /** The name of the verdict on a history. */
  static String judge(Path file, String variant, Duration time) {
    return output(JUDGE, file.toString(), variant, time.toString());
  }

  /** {@code N nodes, M edges} of a scene. */
  static String explore(String scene, String variant) {
    return output("explore", scene, variant);
  }

  private static String output(String... words) {
    try (ChildProcess process = ChildProcess.start(Alone.class, List.of(words))) {
      return process.output().strip();
    }
  }

  /** The name of the verdict, in this process. */
  static String verdict(Path file, Semantics variant, Duration time) {
    Map<String, Semantics> judges = Map.of(JUDGE, variant);
    return new HistoryJudge(file, judges, () -> new Budget(MEMBERS, time))
        .judge()
        .get(JUDGE)
        .verdict()
        .name();
  }

  private static String graph(Scene scene, Semantics variant) {
    SceneGraph graph = SceneGraph.of(scene, new Automaton(variant, scene.threads()));
    return graph.nodes() + " nodes, " + graph.edges().size() + " edges";
  }
}
