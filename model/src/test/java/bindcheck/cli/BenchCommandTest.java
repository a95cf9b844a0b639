package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.bench.Benchmark;
import bindcheck.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A quick run has both sides of everything; how fast they are is for no test to say. */
@Timeout(600)
class BenchCommandTest {
  @TempDir private static Path folder;

  private static Run run;
  private static String json;

  @BeforeAll
  static void measure() throws IOException {
    Path file = folder.resolve("bench.json");
    run = Run.of("bench", "--size", "quick", "--json", file.toString());
    assertEquals(0, run.code(), run.err());
    json = Files.readString(file);
  }

  private static JsonNode rows() throws IOException {
    return new ObjectMapper().readTree(json).get("rows");
  }

  @Test
  void theJsonFitsItsSchema() {
    assertEquals(List.of(), new Schema("bench").errors(json));
  }

  @Test
  void everythingIsCompared() throws IOException {
    Set<String> names = new TreeSet<>();
    rows().forEach(row -> names.add(row.get("name").asText()));
    assertEquals(Benchmark.names(), names);
  }

  @Test
  void theRatioIsThatOfTheFigures() throws IOException {
    for (JsonNode row : rows()) {
      double left = row.get("left").get("figure").asDouble();
      double right = row.get("right").get("figure").asDouble();
      assertEquals(left / right, row.get("ratio").asDouble(), 1e-9, row.toString());
    }
  }

  @Test
  void whatIsWrittenIsPrintedAsWell() throws IOException {
    for (JsonNode row : rows()) {
      assertTrue(run.out().contains("\n" + row.get("name").asText() + ", in "), run.out());
      assertTrue(run.out().contains("  " + row.get("load").asText() + "\n"), run.out());
    }
  }

  @Test
  void theSuiteIsAsLongAsItsBound() throws IOException {
    for (JsonNode row : rows()) {
      if (row.get("right").get("name").asText().equals("lower bound")) {
        assertEquals(1, row.get("ratio").asDouble());
      }
    }
  }

  @Test
  void onlyWhatIsNamedIsCompared() {
    String out = Run.of("bench", "--size", "quick", "--only", "suite").out();
    assertTrue(out.contains("\nsuite, in steps\n"), out);
    assertEquals(1, out.lines().filter(line -> line.contains(", in ")).count(), out);
  }
}
