package bindcheck.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** State traces are what Apalache's format says, and tell what led to each state. */
@Timeout(120)
class ItfWriterTest {
  private static final Schema SCHEMA = new Schema("itf");

  @TempDir private static Path folder;

  private static Traces traces;

  @BeforeAll
  static void write() throws IOException {
    traces = Written.traces("deadlines", "reference", "doc");
    new ItfWriter(traces).write(folder, steps -> {});
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static JsonNode walk(int number) throws IOException {
    Path file = folder.resolve(ItfWriter.name("deadlines", number));
    return new ObjectMapper().readTree(Files.readString(file));
  }

  @Test
  void thereIsAValidFileForEachWalk() throws IOException {
    assertEquals(traces.walks(), files().size());
    for (Path file : files()) {
      assertEquals(List.of(), SCHEMA.errors(Files.readString(file)), file::toString);
      assertTrue(TraceFolder.open(folder, "itf", List.of()).isOwn(file));
    }
  }

  @Test
  void eachStateTellsTheActionThatLedToIt() throws IOException {
    for (int number = 1; number <= traces.walks(); number++) {
      JsonNode states = walk(number).get("states");
      List<TraceStep> steps = traces.walk(number);
      assertEquals(steps.size() + 1, states.size());
      for (int i = 0; i < steps.size(); i++) {
        JsonNode meta = states.get(i + 1).get("#meta");
        assertEquals(steps.get(i).line().toString(), meta.get("action").textValue());
        JsonNode calls = states.get(i + 1).get("calls").get("#map");
        assertEquals(steps.get(i).expected().blocked(), calls.size());
      }
    }
  }

  @Test
  void aWalkBeginsWithAnEmptyKernel() throws IOException {
    JsonNode kernel = walk(1).get("states").get(0).get("kernel");
    assertEquals(0, kernel.get("handles").get("#map").size());
    assertEquals(0, kernel.get("objects").get("#map").size());
  }

  @Test
  void theSchemaRefusesOtherShapes() throws IOException {
    String valid = Files.readString(files().get(0));
    List<String> broken =
        List.of(
            valid.replace("\"#bigint\":\"1\"", "\"#bigint\":1"),
            valid.replace("\"vars\":[\"kernel\",\"calls\"]", "\"vars\":[\"kernel\"]"),
            valid.replace("\"#map\"", "\"#fun\""),
            valid.replace("\"action\"", "\"event\""),
            valid.replace("\"source\":\"bindcheck\"", "\"source\":\"another\""));
    for (String text : broken) {
      assertFalse(text.equals(valid));
      assertFalse(SCHEMA.errors(text).isEmpty(), text);
    }
  }
}
