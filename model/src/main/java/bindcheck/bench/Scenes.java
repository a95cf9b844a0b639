package bindcheck.bench;

import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.suite.CoverGraph;
import bindcheck.suite.OtherWays;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneGraph;
import bindcheck.suite.Suite;
import bindcheck.suite.SuiteBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Scenes: how long their suites are, and how fast their graphs are explored. */
final class Scenes {
  private static final String VARIANT = Variants.REFERENCE;
  private static final long SEED = 1;
  private static final Duration TIME = Duration.ofMinutes(5);

  private final SpecModule module;

  Scenes(SpecModule module) {
    this.module = module;
  }

  /** The suite beside what no suite can be shorter than, and beside two that are made simply. */
  Stream<Comparison> lengths(Size size) {
    List<String> scenes =
        size.of(
            List.of("deadlines"), Scene.ofSuite(module, "quick"), Scene.ofSuite(module, "full"));
    return scenes.stream().flatMap(this::lengths);
  }

  private Stream<Comparison> lengths(String name) {
    Scene scene = new Scene(module, name);
    Semantics variant = new Semantics(module, VARIANT);
    CoverGraph graph = SceneGraph.of(scene, new Automaton(variant, scene.threads())).costs();
    Suite suite = SuiteBuilder.shortest(graph);
    Side ours = Side.of("suite", suite.steps());
    return Stream.of(
            Side.of("lower bound", suite.lowerBound()),
            Side.of("a path an edge", OtherWays.onePathAnEdge(graph)),
            Side.of("random walks", OtherWays.randomWalks(graph, SEED)))
        .map(
            other ->
                new Comparison(
                    "%s, %,d edges".formatted(name, graph.edges()), "steps", ours, other));
  }

  /** The graph beside TLC's own, each in a process of its own. */
  Stream<Comparison> besideTlc(Size size) {
    Stream<String> scenes =
        size.of(
            Stream.of("deadlines"),
            Stream.of("deadlines", "interrupt"),
            Stream.of("deadlines", "interrupt", "errors", "handles"));
    return scenes.map(this::besideTlc);
  }

  private Comparison besideTlc(String name) {
    Scene scene = new Scene(module, name);
    SceneGraph graph =
        SceneGraph.of(scene, new Automaton(new Semantics(module, VARIANT), scene.threads()));
    String size = "%d nodes, %d edges".formatted(graph.nodes(), graph.edges().size());
    int readers = scene.threads().size() - 1;
    return new Comparison(
        name + ", " + size,
        "edges/s",
        side("explore", graph, size, () -> Alone.explore(name, VARIANT)),
        side("TLC", graph, size, () -> TlcGraph.of(name, readers, VARIANT, TIME)));
  }

  private static Side side(
      String name, SceneGraph graph, String size, Supplier<String> exploration) {
    return new Side(
        name,
        () -> {
          long start = System.nanoTime();
          String explored = exploration.get();
          Figure figure = Figure.rate(graph.edges().size(), start, true);
          if (!explored.equals(size)) {
            throw new IllegalStateException(name + ": " + explored + ", not " + size);
          }
          return figure;
        });
  }
}
