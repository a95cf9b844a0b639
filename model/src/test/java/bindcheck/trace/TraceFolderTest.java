package bindcheck.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of traces says when it is complete, and nothing of others in it is touched. */
class TraceFolderTest {
  private static final List<String> SCENES = List.of("errors", "ports");

  @TempDir private Path folder;
  @TempDir private Path outside;

  private Path marker(String format) {
    return folder.resolve("complete." + format + ".json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "itf"})
  void theMarkerIsThereOnceAllIsWritten(String format) throws IOException {
    TraceFolder traces = TraceFolder.open(folder, format, SCENES);
    assertFalse(Files.exists(marker(format)));
    traces.complete();
    assertEquals(
        "{\"format\":\"bindcheck-traces-complete\",\"version\":1,\"traces\":\""
            + format
            + "\",\"scenes\":[\"errors\",\"ports\"]}\n",
        Files.readString(marker(format)));
    TraceFolder.open(folder, format, SCENES);
    assertFalse(Files.exists(marker(format)), "they are being written again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "itf"})
  void aMarkerOfOthersStays(String format) throws IOException {
    Files.writeString(marker(format), "{\"format\": \"mine\"}");
    assertThrows(InputException.class, () -> TraceFolder.open(folder, format, SCENES));
    assertTrue(Files.exists(marker(format)));
  }

  /** Even where it leads to files that look like ours. */
  @ParameterizedTest
  @ValueSource(strings = {"errors", "errors.traces.jsonl", "complete.jsonl.json"})
  void aLinkIsNotFollowed(String name) throws IOException {
    TraceFolder.open(outside, "jsonl", SCENES).complete();
    Path own = outside.resolve("complete.jsonl.json");
    Files.createSymbolicLink(folder.resolve(name), name.startsWith("complete") ? own : outside);
    String format = name.equals("errors") ? "itf" : "jsonl";
    assertThrows(InputException.class, () -> TraceFolder.open(folder, format, SCENES));
    assertTrue(Files.exists(own));
  }
}
