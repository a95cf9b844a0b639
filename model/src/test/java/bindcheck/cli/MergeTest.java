package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.schema.Schema;
import bindcheck.target.CutsKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a check, made one by one, come to what the check of the whole comes to. */
@Timeout(240)
class MergeTest {
  private static final String REFERENCE = "java:bindcheck.target.ReferenceTarget";
  private static final String FAULTY = "java:" + CutsKeys.class.getName();

  @TempDir private static Path folder;

  private static Path whole;
  private static List<Path> parts;
  private static List<Path> faulty;

  @TempDir private Path own;

  @BeforeAll
  static void check() {
    whole = folder.resolve("whole.json");
    check(REFERENCE, "--json", whole.toString());
    parts = check(REFERENCE, 3, 0);
    faulty = check(FAULTY, 2, 1);
  }

  /** Of two scenes. */
  private static Run check(String target, String... more) {
    List<String> words = new ArrayList<>(List.of("--only", "errors", "--only", "deadlines"));
    words.addAll(List.of(more));
    return Run.quickCheck(target, words.toArray(String[]::new));
  }

  private static List<Path> check(String target, int of, int code) {
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= of; i++) {
      Path file = folder.resolve(code + "-" + i + ".json");
      Run run = check(target, "--continue", "--shard", i + "/" + of, "--json", file.toString());
      assertEquals(code, run.code(), run::out);
      assertTrue(run.out().contains(", part " + i + " of " + of + " of reference"), run::out);
      files.add(file);
    }
    return files;
  }

  private static Run merge(List<Path> files, String... more) {
    List<String> words = new ArrayList<>(List.of("report", "merge"));
    files.forEach(file -> words.add(file.toString()));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private static Map<String, Long> steps(JsonNode report) {
    Map<String, Long> steps = new TreeMap<>();
    report
        .get("scenes")
        .forEach(s -> steps.put(s.get("scene").textValue(), s.get("steps").longValue()));
    return steps;
  }

  @Test
  void theyComeToWhatTheWholeComesTo() throws IOException {
    Path merged = own.resolve("merged.json");
    Run run = merge(List.of(parts.get(2), parts.get(0), parts.get(1)), "--json", merged.toString());
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().endsWith("verdict       PASS\n"), run::out);
    assertEquals(List.of(), new Schema("report").errors(Files.readString(merged)));
    for (String same : List.of("verdict", "grades", "failures", "skipped", "covered")) {
      assertEquals(read(whole).get(same), read(merged).get(same), same);
    }
    assertEquals(steps(read(whole)), steps(read(merged)));
    assertEquals(read(whole).get("scenes").get(0), read(merged).get("scenes").get(0));
  }

  @Test
  void aFaultThatSeveralPartsShowIsOneFailure() throws IOException {
    Path merged = own.resolve("merged.json");
    Run run = merge(faulty, "--json", merged.toString());
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().endsWith("verdict       FAIL\n"), run::out);
    assertEquals(List.of(), new Schema("report").errors(Files.readString(merged)));
    long alone = 0;
    for (Path part : faulty) {
      for (JsonNode failure : read(part).get("failures")) {
        alone += failure.get("count").longValue();
      }
    }
    long together = 0;
    for (JsonNode failure : read(merged).get("failures")) {
      together += failure.get("count").longValue();
    }
    assertEquals(alone, together);
    assertTrue(
        read(merged).get("failures").size()
            < read(faulty.get(0)).get("failures").size()
                + read(faulty.get(1)).get("failures").size());
  }

  @Test
  void aPartThatIsMissingIsNamed() {
    Run run = merge(parts.subList(0, 2));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("found none of part 3 of 3"), run::err);
  }

  @Test
  void aPartThatIsThereTwiceIsNamed() {
    Run run = merge(List.of(parts.get(0), parts.get(1), parts.get(0)));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("expected each part once"), run::err);
  }

  @Test
  void partsOfDifferentChecksAreNotJoined() {
    Run run = merge(List.of(parts.get(0), faulty.get(1)));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("differs"), run::err);
  }

  @Test
  void theReportOfAWholeIsNoPart() {
    Run run = merge(List.of(whole));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("expected report.shard to be there"), run::err);
  }

  @Test
  void aDamagedReportIsBadInputInOneLine() throws IOException {
    String text = Files.readString(parts.get(0));
    List<String> damaged =
        List.of(
            "",
            "[]",
            text.substring(0, text.length() / 2),
            text.replace("\"hash\"", "\"hush\""),
            text.replace("\"grades\"", "\"marks\""),
            text.replaceFirst("\"steps\" : [0-9]+", "\"steps\" : \"many\""),
            text.replace("\"of\" : 3", "\"of\" : 1000000000"));
    for (String each : damaged) {
      Path file = Files.writeString(own.resolve("damaged.json"), each);
      Run run = merge(List.of(file));
      assertEquals(2, run.code(), run::out);
      assertEquals(1, run.err().lines().count(), run::err);
      assertFalse(run.err().contains("Exception"), run::err);
    }
  }
}
