package bindcheck.spark;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MainTest {
  private static final String RIGHT =
      """
      {"format":"bindcheck-history","version":1,"target":"right","deadlines":"any"}
      {"event":"call","thread":"T1","op":"port_create","args":{"options":0}}
      {"event":"return","thread":"T1","status":"OK","handle":7}
      {"event":"end","quiescent":true}
      """;
  private static final String WRONG =
      """
      {"format":"bindcheck-history","version":1,"target":"wrong","deadlines":"any"}
      {"event":"call","thread":"T1","op":"port_create","args":{"options":0}}
      {"event":"return","thread":"T1","status":"BAD_HANDLE"}
      {"event":"end","quiescent":true}
      """;
  private static final String BROKEN =
      """
      {"format":"bindcheck-history","version":1,"target":"broken","deadlines":"any"}
      {"event":"call","thread":"T1","op":"port_make","args":{}}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path verdicts() {
    return folder.resolve("verdicts");
  }

  private int run(Object... words) {
    List<String> all =
        new ArrayList<>(List.of("--master", "local[2]", "-o", verdicts().toString()));
    Stream.of(words).map(Object::toString).forEach(all::add);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(all.toArray(String[]::new));
  }

  private Path corpus(Map<String, String> files) throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (Map.Entry<String, String> each : files.entrySet()) {
      Files.writeString(corpus.resolve(each.getKey()), each.getValue());
    }
    return corpus;
  }

  /** What the table says, by file and line. */
  private Map<String, JsonNode> rows() throws IOException {
    Map<String, JsonNode> rows = new TreeMap<>();
    try (Stream<Path> parts = Files.list(verdicts().resolve("verdicts.json"))) {
      for (Path part : parts.filter(each -> each.toString().endsWith(".json")).toList()) {
        for (String line : Files.readAllLines(part)) {
          JsonNode row = new ObjectMapper().readTree(line);
          Path file = Path.of(row.get("file").asText()).getFileName();
          rows.put(file + ":" + row.get("line"), row);
        }
      }
    }
    return rows;
  }

  private static Map<String, String> verdicts(Map<String, JsonNode> rows) {
    Map<String, String> verdicts = new TreeMap<>();
    rows.forEach((place, row) -> verdicts.put(place, row.get("verdict").asText()));
    return verdicts;
  }

  @Test
  void eachHistoryIsARow() throws IOException {
    Path corpus = corpus(Map.of("one", RIGHT, "many", RIGHT + WRONG + BROKEN + RIGHT, "empty", ""));
    int exitCode = run(corpus);
    Map<String, JsonNode> rows = rows();
    assertAll(
        () -> assertEquals(2, exitCode, err::toString),
        () ->
            assertEquals(
                Map.of(
                    "empty:1", "MALFORMED",
                    "many:1", "PASS",
                    "many:5", "FAIL",
                    "many:9", "MALFORMED",
                    "many:11", "PASS",
                    "one:1", "PASS"),
                verdicts(rows)),
        () -> assertEquals(7, rows.get("many:5").get("wrongLine").asLong()),
        () -> assertEquals(10, rows.get("many:9").get("wrongLine").asLong()),
        () -> assertTrue(rows.get("many:5").get("allowed").toString().contains("OK")),
        () -> assertEquals("right", rows.get("one:1").get("target").asText()),
        () -> assertTrue(out.toString().contains("histories     6"), out::toString),
        () -> assertTrue(out.toString().matches("(?s).*PASS +3\\R.*"), out::toString));
  }

  @Test
  void theTwoTablesSayTheSame() throws IOException {
    run(corpus(Map.of("many", RIGHT + WRONG)));
    SparkSession session = SparkSession.builder().master("local[1]").getOrCreate();
    try {
      List<Row> parquet =
          session.read().parquet(verdicts().resolve("verdicts.parquet").toString()).collectAsList();
      assertEquals(
          rows().values().stream().map(row -> row.get("verdict").asText()).sorted().toList(),
          parquet.stream().map(row -> row.<String>getAs("verdict")).sorted().toList());
    } finally {
      session.stop();
    }
  }

  @Test
  void aCorpusWithoutFaultPasses() throws IOException {
    assertEquals(0, run(corpus(Map.of("a", RIGHT, "b", RIGHT))), err::toString);
  }

  @Test
  void aRejectedHistoryFails() throws IOException {
    assertEquals(1, run(corpus(Map.of("a", RIGHT, "b", WRONG))), err::toString);
  }

  @Test
  void whatIsNotThereIsOneLine() {
    assertEquals(2, run(folder.resolve("nowhere")));
    assertTrue(err.toString().matches("bindcheck: .*nowhere: expected .*\\R"), err::toString);
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    Path corpus = corpus(Map.of("a", RIGHT));
    Files.writeString(Files.createDirectories(verdicts()).resolve("mine"), "mine");
    assertEquals(2, run(corpus));
    assertTrue(err.toString().contains("expected a new folder"), err::toString);
    assertFalse(Files.exists(verdicts().resolve("verdicts.parquet")));
  }

  @Test
  void anUnknownVariantIsOneLine() throws IOException {
    assertEquals(2, run(corpus(Map.of("a", RIGHT)), "--variant", "zircon-1999"));
    assertTrue(err.toString().matches("bindcheck: --variant: expected .*\\R"), err::toString);
  }

  @Test
  void aVariantMayHaveOtherAlternatives() throws IOException {
    assertEquals(0, run(corpus(Map.of("a", RIGHT)), "--variant", "reference,C-idle-ack=BAD_STATE"));
  }
}
