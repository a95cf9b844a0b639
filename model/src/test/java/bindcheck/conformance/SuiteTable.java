package bindcheck.conformance;

import static bindcheck.conformance.MarkdownTable.number;

import java.util.List;
import java.util.function.ToLongFunction;

/** The size of each scene's graph and suite. */
final class SuiteTable {
  private SuiteTable() {}

  static String of(List<SceneFigures> scenes) {
    MarkdownTable table =
        new MarkdownTable("scene", ">nodes", ">edges", "graph", ">walks", ">steps", ">lower bound");
    for (SceneFigures scene : scenes) {
      table.row(
          scene.scene(),
          number(scene.nodes()),
          number(scene.edges()),
          "`" + scene.graph() + "`",
          number(scene.walks()),
          number(scene.steps()),
          number(scene.lowerBound()));
    }
    return table
        .row(
            "**all**",
            sum(scenes, SceneFigures::nodes),
            sum(scenes, SceneFigures::edges),
            "",
            sum(scenes, SceneFigures::walks),
            sum(scenes, SceneFigures::steps),
            sum(scenes, SceneFigures::lowerBound))
        .toString();
  }

  private static String sum(List<SceneFigures> scenes, ToLongFunction<SceneFigures> figure) {
    return number(scenes.stream().mapToLong(figure).sum());
  }
}
