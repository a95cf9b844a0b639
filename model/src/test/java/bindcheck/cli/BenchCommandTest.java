package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.bench.Benchmark;
import bindcheck.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final String PORCUPINE = System.getenv("PORCUPINE");

  @TempDir private static Path folder;

  private static Run run;
  private static String json;

  @BeforeAll
  static void measure() throws IOException {
    Path file = folder.resolve("bench.json");
    List<String> words = new ArrayList<>(List.of("bench", "--size", "quick"));
    if (PORCUPINE != null) {
      words.addAll(List.of("--porcupine", PORCUPINE));
    }
    words.addAll(List.of("--json", file.toString()));
    run = Run.of(words.toArray(String[]::new));
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
    names.add("porcupine"); // see below
    assertEquals(Benchmark.names(), names);
  }

  @Test
  void porcupineGivesTheSameVerdict() throws IOException {
    assumeTrue(PORCUPINE != null, "the environment names no checkout, as PORCUPINE");
    assertTrue(
        rows().findValuesAsText("name").contains("Porcupine"), () -> "no such side in " + json);
  }

  @Test
  void whatIsNoCheckoutOfPorcupineIsRefused() {
    Run refused = Run.of("bench", "--only", "porcupine", "--porcupine", folder.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("expected a checkout of Porcupine"), refused.err());
    Run unnamed = Run.of("bench", "--only", "porcupine");
    assertEquals(2, unnamed.code());
    assertTrue(unnamed.err().contains("expected --porcupine DIR"), unnamed.err());
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
