package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far a check is can be read by programs, or not be told at all. */
@Timeout(120)
class ProgressOptionTest {
  private static Run errors(String... more) {
    List<String> words = new ArrayList<>(List.of("check", "--suite", "quick"));
    words.addAll(List.of("--only", "errors"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void asJsonItIsAnObjectALineOnStderr() throws IOException {
    Run run = errors("--progress", "json");
    assertEquals(0, run.code(), run::err);
    List<String> lines = run.err().lines().toList();
    assertFalse(lines.isEmpty());
    for (String line : lines) {
      JsonNode node = new ObjectMapper().readTree(line);
      assertTrue(node.get("task").textValue().startsWith("scene 1 of 1, errors"), line);
    }
  }

  @Test
  void quietIsTheVerdictWithoutTheTable() {
    Run run = errors("--quiet");
    assertEquals(0, run.code(), run::err);
    assertEquals("", run.err());
    assertFalse(run.out().contains("errors "), run::out);
    assertTrue(run.out().contains("verdict       PASS"), run::out);
  }

  @Test
  void anotherFormIsBadInput() {
    Run run = errors("--progress", "loud");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("expected line, json, none, found 'loud'"), run::err);
  }

  @Test
  void howLongASuiteTakesIsSaidWhereItIsLong() {
    assertTrue(SuiteLength.outlook("full", "process:slow").orElseThrow().startsWith("about "));
    assertTrue(SuiteLength.outlook("quick", "process:slow").isEmpty());
  }
}
