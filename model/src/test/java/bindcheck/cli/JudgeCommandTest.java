package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the judge says of a history of the kernel of 2018, which does two things wrong. */
@Timeout(300)
class JudgeCommandTest {
  /** An early ack that loses the next trigger, twice; then a trigger with timestamp 0 is lost. */
  private static final String SCRIPT =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 7, 0)
      interrupt_trigger(i, 0, 1)
      interrupt_ack(i)
      interrupt_trigger(i, 0, 2)
      port_wait(p, PAST)
      port_wait(p, PAST)
      interrupt_ack(i)
      interrupt_trigger(i, 0, 3)
      interrupt_ack(i)
      interrupt_trigger(i, 0, 4)
      port_wait(p, PAST)
      port_wait(p, PAST)
      interrupt_ack(i)
      interrupt_trigger(i, 0, 5)
      interrupt_trigger(i, 0, 0)
      port_wait(p, PAST)
      interrupt_ack(i)
      T1: port_wait(p, INFINITE)
      """;

  @TempDir private static Path folder;

  private static Path history;
  private static Run run;
  private static JsonNode json;

  @BeforeAll
  static void judge() throws IOException {
    Path script = Files.writeString(folder.resolve("quirks.script"), SCRIPT);
    history = folder.resolve("quirks.jsonl");
    Run.of("run", script.toString(), "--target", "spec:zircon-2018", "-o", history.toString());
    run =
        Run.of(
            "judge", history.toString(), "--continue", "--json", file("j"), "--junit", file("x"));
    json = new ObjectMapper().readTree(Files.readString(folder.resolve("j")));
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static JsonNode failures() {
    return json.at("/histories/0/opinions/0/failures");
  }

  @Test
  void withoutContinueTheFirstFailureIsTheOnlyOne() {
    Run once = Run.of("judge", history.toString());
    assertEquals(1, once.code(), once::err);
    assertTrue(once.out().contains("C-trigger-unread"), once::out);
    assertFalse(once.out().contains("C-zero-timestamp"), once::out);
  }

  @Test
  void goesOnToTheFailureOfAnotherCause() {
    assertEquals(1, run.code(), run::err);
    assertEquals(2, failures().size(), run::out);
    assertEquals("C-trigger-unread", failures().at("/0/cause/choice").asText());
    assertEquals("C-zero-timestamp", failures().at("/1/cause/choice").asText());
  }

  @Test
  void putsTogetherTheFailuresOfOneCause() {
    assertEquals(2, failures().at("/0/count").asInt());
    assertTrue(run.out().contains("and 1 more like it"), run::out);
  }

  @Test
  void drawsTheContradiction() {
    assertTrue(run.out().contains("TIMED_OUT   <== not allowed"), run::out);
  }

  @Test
  void showsThatKernelsDoSo() {
    assertTrue(run.out().contains("done by zircon-2018"), run::out);
  }

  @Test
  void aContradictionKeepsOnlyTheCallsThatItsCauseNeeds() {
    assertEquals(8, failures().at("/0/steps").size(), run::out);
  }

  @Test
  void jsonKeepsToItsSchema() {
    assertEquals(List.of(), new Schema("judgement").errors(json.toString()));
  }

  @Test
  void junitNamesItsTestsAfterTheRequirements() throws Exception {
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("x").toFile())
            .getElementsByTagName("testcase");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      names.add(((Element) cases.item(i)).getAttribute("name"));
    }
    assertEquals(List.of("R-port-wait-interrupt", "verdict"), names);
  }

  @Test
  void aVariantThatAgreesLeavesNothingToSay() throws IOException {
    Path all = folder.resolve("all");
    Run every = Run.of("judge", history.toString(), "--variant", "all", "--json", all.toString());
    assertEquals(0, every.code(), every::out);
    JsonNode told = new ObjectMapper().readTree(Files.readString(all));
    assertEquals("PASS", told.at("/histories/0/verdict").asText());
    assertEquals(6, told.at("/histories/0/opinions").size());
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidFirst() {
    Run refused = Run.of("judge", history.toString(), "--json", folder.toString());
    assertEquals(2, refused.code());
    assertEquals("", refused.out());
    assertEquals(1, refused.err().lines().count(), refused::err);
  }

  @Test
  void aFileThatIsMalformedDoesNotKeepTheOthersFromBeingJudged() throws IOException {
    Path malformed = Files.writeString(folder.resolve("malformed.jsonl"), "{}\n");
    Path report = folder.resolve("batch.json");
    Run batch =
        Run.of(
            "judge",
            malformed.toString(),
            history.toString(),
            "--variant",
            "zircon-2018",
            "--json",
            report.toString());
    assertEquals(2, batch.code());
    assertTrue(batch.err().contains("malformed.jsonl:1: "), batch::err);
    assertTrue(batch.err().contains("1 of 2 files could not be read"), batch::err);
    assertTrue(batch.out().contains("zircon-2018   PASS"), batch::out);
    assertEquals(1, new ObjectMapper().readTree(Files.readString(report)).get("histories").size());
  }

  @Test
  void tlcGivesASecondOpinion() throws IOException {
    Path corpus = Path.of("src/test/resources/histories");
    Path good = corpus.resolve("good/whole-packets.history");
    Path bad = corpus.resolve("bad/a-packet-without-its-status.history");
    Run pass = Run.of("judge", "--engine", "tlc", good.toString());
    assertEquals(0, pass.code(), pass::err);
    assertTrue(pass.out().contains("explained     22 of 22 events, by TLC"), pass::out);
    Run fail = Run.of("judge", "--engine", "tlc", good.toString(), bad.toString());
    assertEquals(1, fail.code(), fail::err);
    assertTrue(
        fail.out().contains("doc           FAIL: nothing explains " + bad + ":15"), fail::out);
  }

  @Test
  void tlcHasNoReports() {
    Run run = Run.of("judge", "--engine", "tlc", "--continue", history.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("expected --engine search"), run::err);
    Run unknown = Run.of("judge", "--engine", "porcupine", history.toString());
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("expected a judge engine out of search, tlc"), unknown::err);
  }
}
