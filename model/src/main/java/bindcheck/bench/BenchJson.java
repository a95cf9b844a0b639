package bindcheck.bench;

import bindcheck.file.WholeFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as JSON; schema/bench.schema.json says what it means. */
public final class BenchJson {
  private static final int MEGABYTE = 1 << 20;

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
    surroundings().forEach(node::put);
    ArrayNode all = node.putArray("rows");
    for (Row row : rows) {
      ObjectNode one = all.addObject().put("name", row.name()).put("load", row.comparison().load());
      one.put("unit", row.comparison().unit()).put("rounds", row.rounds());
      put(one.putObject("left"), row.comparison().left(), row.left());
      put(one.putObject("right"), row.comparison().right(), row.right());
      one.put("ratio", row.ratio());
    }
    WholeFile.write(file, out -> out.write(node.toPrettyString() + "\n"));
  }

  /** The machine and the Java machine, each in a few words. */
  public static Map<String, String> surroundings() {
    Map<String, String> all = new LinkedHashMap<>();
    Runtime runtime = Runtime.getRuntime();
    all.put(
        "machine",
        "%s %s, %d processors"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runtime.availableProcessors()));
    all.put(
        "java",
        "%s %s, %d MB of memory"
            .formatted(
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                runtime.maxMemory() / MEGABYTE));
    return all;
  }

  private static void put(ObjectNode node, Side side, Figure figure) {
    node.put("name", side.name()).put("figure", figure.value()).put("bound", figure.isBound());
  }
}
