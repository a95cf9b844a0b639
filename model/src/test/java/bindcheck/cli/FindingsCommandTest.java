package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings are listed, shown, and looked for on a target. */
@Timeout(180)
class FindingsCommandTest {
  @TempDir private Path folder;

  private static String after(String text, String beginning) {
    int at = text.indexOf(beginning);
    assertTrue(at >= 0, () -> beginning + " in " + text);
    return text.substring(at);
  }

  @Test
  void withoutANumberEachHasALineByItsRank() {
    Run run = Run.of("findings");
    assertEquals(0, run.code(), run::err);
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.size() >= 30);
    for (int i = 0; i < lines.size(); i++) {
      String pattern = "F-%02d  (ambiguous|silent|contradictory|broken) +\\S.*".formatted(i + 1);
      assertTrue(lines.get(i).matches(pattern), lines.get(i));
    }
  }

  @Test
  void oneIsShownWithWhatEveryVariantDoes() {
    Run run = Run.of("findings", "F-05");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().startsWith("F-05  A trigger after an early ack is lost\n"), run::out);
    assertTrue(run.out().contains("    8  port_wait(p, PAST)\n  observed    line 8\n"), run::out);
    String lost = after(run.out(), "    main: TIMED_OUT\n");
    assertTrue(
        lost.startsWith(
            """
                main: TIMED_OUT
                  zircon-2018, zircon-2020, zircon-2021, zircon-2025, C-trigger-unread=lost
            """),
        lost);
    assertTrue(run.out().contains("changes R-early-ack, C-trigger-unread\n"), run::out);
  }

  @Test
  void theReferenceFollowsTheDocument() {
    Run run = Run.of("findings", "--target", "java:bindcheck.target.ReferenceTarget");
    assertEquals(0, run.code(), run::out);
    assertTrue(run.out().contains("\nF-05: as doc, reference  A trigger "), run::out);
    assertTrue(run.out().contains("reading       C-trigger-unread=queues\n"), run::out);
    assertTrue(after(run.out(), "verdict").startsWith("verdict       PASS: "), run::out);
  }

  @Test
  void aKernelIsFoundOut() {
    Run run = Run.of("findings", "F-05", "F-16", "--target", "spec:zircon-2018");
    assertEquals(1, run.code(), run::out);
    assertTrue(
        run.out().contains("F-05: as zircon-2018, zircon-2020, zircon-2021, zircon-2025  "),
        run::out);
    assertTrue(run.out().contains("F-16: as every variant  "), run::out);
    assertTrue(run.out().contains("verdict       FAIL: 1 of 2 findings\n"), run::out);
    Run judged =
        Run.of("findings", "F-05", "--target", "spec:zircon-2018", "--variant", "zircon-2018");
    assertEquals(0, judged.code(), judged::out);
  }

  @Test
  void aFaultyOneIsAsItsFaultIs() {
    Run lost = Run.of("findings", "F-07", "--target", "zoo:timestamp-0-lost");
    assertEquals(1, lost.code(), lost::out);
    assertTrue(lost.out().contains("reading       C-zero-timestamp=lost\n"), lost::out);
    Run cut = Run.of("findings", "F-48", "F-42", "--target", "zoo:negative-timestamp-becomes-0");
    assertEquals(1, cut.code(), cut::out);
    assertTrue(cut.out().contains("F-42: as no variant  "), cut::out);
    assertTrue(cut.out().contains("F-48: as every variant  "), cut::out);
    String failed = after(cut.out(), "FAIL");
    assertTrue(failed.contains("port_wait(p, PAST): observed main: OK"), failed);
  }

  @Test
  void anImplementationThatChoosesOtherwiseFollowsAnotherReading() {
    Run run = Run.of("findings", "F-16", "F-30", "--target", "zoo:keeps-the-last-timestamp");
    assertEquals(0, run.code(), run::out);
    assertTrue(run.out().contains("F-16: as doc  "), run::out);
    assertTrue(run.out().contains("reading       C-coalesce=last\n"), run::out);
    assertTrue(run.out().contains("reading       C-second-waiter=BAD_STATE\n"), run::out);
  }

  @Test
  void aFileIsAFindingToo() throws IOException {
    Run shown = Run.of("findings", file(finding()).toString());
    assertEquals(0, shown.code(), shown::err);
    assertTrue(shown.out().startsWith("F-18  "), shown::out);
  }

  @Test
  void aMalformedFileIsRefusedInALine() throws IOException {
    Path file = file(finding().replace("## Cost", "## Price"));
    Run run = Run.of("findings", file.toString());
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("bindcheck: " + file + ":"), run::err);
    assertTrue(run.err().endsWith(": expected '## Cost', found '## Price'\n"), run::err);
    assertEquals(1, run.err().lines().count());
  }

  private static String finding() throws IOException {
    try (var in = FindingsCommandTest.class.getResourceAsStream("/spec/findings/F-18.md")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.md"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "findings F-99",
        "findings F-00",
        "findings nothing.md",
        "findings --variant zircon-2018",
        "findings --runs 3",
        "findings --settle 50",
        "findings --time-out 1",
        "findings --classpath .",
        "findings --target nothing:at-all",
        "findings --runs 0 --target spec:zircon-2018",
        "findings --variant zircon-1999 --target spec:zircon-2018",
        "findings --target spec:zircon-1999",
        "findings --json /dev/null",
      })
  void whatCannotBeIsBadInput(String words) {
    Run run = Run.of(words.split(" ", -1));
    assertEquals(2, run.code(), run::out);
    assertEquals(1, run.err().lines().count(), run::err);
    assertEquals("", run.out());
  }

  @Test
  void allOfItCanBeHadAsJson() throws IOException {
    Path json = folder.resolve("f.json");
    assertEquals(0, Run.of("findings", "--json", json.toString()).code());
    assertEquals(List.of(), new Schema("findings").errors(Files.readString(json)));
    Run run =
        Run.of("findings", "F-07", "F-09", "--target", "spec:zircon-2018", "--json", "" + json);
    assertEquals(1, run.code(), run::err);
    assertEquals(List.of(), new Schema("findings").errors(Files.readString(json)));
    JsonNode node = new ObjectMapper().readTree(json.toFile());
    assertEquals("FAIL", node.at("/findings/0/target/verdict").textValue());
    assertEquals("C-zero-timestamp=lost", node.at("/findings/0/target/readings/0").textValue());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "C-trigger-unread=queues: | C-nothing=x: | expected a choice out of",
        "C-trigger-unread=queues: | C-trigger-unread=often: | expected an alternative of",
        "- R-early-ack, | - R-early-akc, | found 'R-early-akc' (did you mean R-early-ack?)",
      })
  void aFileThatNamesWhatThereIsNotIsBadInput(String right, String wrong, String said)
      throws IOException {
    String finding = Files.readString(Path.of("../spec/findings/F-05.md"));
    Path file = Files.writeString(folder.resolve("mine.md"), finding.replace(right, wrong));
    Run run = Run.of("findings", file.toString());
    assertEquals(2, run.code(), run::out);
    assertTrue(run.err().startsWith("bindcheck: " + file + ": "), run::err);
    assertTrue(run.err().contains(said), run::err);
  }
}
