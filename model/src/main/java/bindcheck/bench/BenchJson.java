package bindcheck.bench;

import bindcheck.file.WholeFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** Rows as JSON; schema/bench.schema.json says what it means. */
public final class BenchJson {
  private BenchJson() {}

  /**
   * Writes them.
   *
   * @param program which program measured, with its version
   * @throws bindcheck.file.InputException if the file cannot be written
   */
  public static void write(Path file, String program, Size size, List<Row> rows) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", "bindcheck-bench").put("version", 1);
    node.put("program", program).put("size", size.toString());
    Surroundings.all().forEach(node::put);
    ArrayNode all = node.putArray("rows");
    for (Row row : rows) {
      ObjectNode one = all.addObject().put("name", row.name()).put("load", row.load());
      one.put("unit", row.unit()).put("rounds", row.rounds());
      put(one.putObject("left"), row.left(), row.leftFigure());
      put(one.putObject("right"), row.right(), row.rightFigure());
      one.put("ratio", row.ratio());
    }
    WholeFile.write(file, out -> out.write(node.toPrettyString() + "\n"));
  }

  private static void put(ObjectNode node, String name, Figure figure) {
    node.put("name", name).put("figure", figure.value()).put("bound", figure.isBound());
  }
}
