package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.schema.Schema;
import bindcheck.target.Altered;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a check writes for people and for programs. */
@Timeout(300)
class ReportOptionsTest {
  /** Two bugs: closing an invalid handle fails, and acking an unbound interrupt is no error. */
  public static final class TwoBugs extends Altered {
    @Override
    public int handleClose(int handle) {
      return handle == 0 ? -11 : super.handleClose(handle);
    }

    @Override
    public int handleDuplicate(int handle, int rights, int[] out) {
      int status = super.handleDuplicate(handle, rights, out);
      return status == -11 ? -20 : status;
    }
  }

  private static final String TARGET = "java:" + TwoBugs.class.getName();
  private static final Schema SCHEMA = new Schema("report");

  @TempDir private static Path folder;

  private static Run run;
  private static JsonNode json;

  @BeforeAll
  static void check() throws IOException {
    run =
        Run.quickCheck(
            TARGET,
            "--only",
            "errors",
            "--continue",
            "--json",
            folder.resolve("r.json").toString(),
            "--junit",
            folder.resolve("r.xml").toString(),
            "--report",
            folder.resolve("html").toString());
    json = new ObjectMapper().readTree(Files.readString(folder.resolve("r.json")));
  }

  private static Run expecting(String... listed) throws IOException {
    Path file = Files.write(folder.resolve("known"), List.of(listed));
    return Run.quickCheck(TARGET, "--only", "errors", "--expect-failures", file.toString());
  }

  @Test
  void goesOnToTheSecondFailure() {
    assertEquals(1, run.code(), run::err);
    assertTrue(run.out().contains("FAIL 1 of 2 in scene errors"), run::out);
    assertTrue(run.out().contains("FAIL 2 of 2 in scene errors"), run::out);
    assertTrue(run.out().contains("R-close-invalid"), run::out);
    assertTrue(run.out().contains("R-duplicate-bad-handle"), run::out);
  }

  @Test
  void theJsonIsValidAndSaysTheSame() throws IOException {
    String text = Files.readString(folder.resolve("r.json"));
    assertEquals(List.of(), SCHEMA.errors(text));
    assertEquals("FAIL", json.get("verdict").textValue());
    assertEquals(TARGET, json.get("target").textValue());
    assertEquals(2, json.get("failures").size());
    assertTrue(json.get("grades").get("fail").longValue() >= 2);
    assertTrue(json.get("grades").get("non-strict").longValue() > 0, "the reference is no kernel");
    for (JsonNode requirement : json.get("requirements")) {
      boolean broken =
          List.of("R-close-invalid", "R-duplicate-bad-handle")
              .contains(requirement.get("id").textValue());
      assertEquals(
          broken, requirement.get("grade").textValue().equals("fail"), requirement::toString);
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"verdict\" : \"FAIL\"|\"verdict\" : \"BAD\"",
        "\"format\" : \"bindcheck-report\"|\"format\" : \"x\"",
        "\"seed\" : \"0\"|\"seed\" : 0",
        "\"grade\" : \"fail\"|\"grade\" : \"poor\"",
        "\"consequence\" : false|\"consequence\" : 0",
        "\"scenes\"|\"scenery\"",
      })
  void aBrokenReportIsRefused(String from, String to) throws IOException {
    String text = Files.readString(folder.resolve("r.json"));
    String broken = text.replace(from, to);
    assertFalse(broken.equals(text), from);
    assertFalse(SCHEMA.errors(broken).isEmpty());
  }

  @Test
  void theJunitTestsAreTheRequirements() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("r.xml").toFile());
    NodeList cases = xml.getElementsByTagName("testcase");
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertEquals(json.get("requirements").size() + 1, cases.getLength());
    assertEquals(Integer.toString(cases.getLength()), suite.getAttribute("tests"));
    int failures = xml.getElementsByTagName("failure").getLength();
    assertEquals(Integer.toString(failures), suite.getAttribute("failures"));
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      if (test.getAttribute("name").equals("R-close-invalid")) {
        Element failure = (Element) test.getElementsByTagName("failure").item(0);
        assertTrue(failure.getTextContent().contains("handle_close(INVALID)"));
      }
    }
  }

  @Test
  void thePageIsReadWithoutAnythingElse() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("html"))) {
      assertEquals(
          Set.of("index.html", "explorer.html"),
          files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
    }
    String page = Files.readString(folder.resolve("html/index.html"));
    for (String outside :
        List.of("http:", "https:", "src=", "<script", "<link", "url(", "@import")) {
      assertFalse(page.contains(outside), outside);
    }
    assertTrue(page.contains("<svg"));
    assertTrue(page.contains("handle_close(INVALID)"));
    assertTrue(page.contains("explorer.html#/explore?v=doc&amp;s=handle_close%28INVALID%29"));
  }

  @Test
  void exactlyTheKnownFailuresAreAPass() throws IOException {
    Run known =
        expecting(
            "# since the first release", "R-close-invalid", "R-duplicate-bad-handle  # known");
    assertEquals(0, known.code(), known::out);
    assertTrue(known.out().contains("exactly the 2 failures of"), known::out);
  }

  @Test
  void oneTooManyAndOneTooFewAreErrors() throws IOException {
    Run known = expecting("R-close-invalid", "R-bind");
    assertEquals(1, known.code(), known::out);
    assertTrue(known.out().contains("R-bind is listed, but does not fail"), known::out);
    assertTrue(known.out().contains("R-duplicate-bad-handle fails"), known::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "R-nothing; :1: expected the id of a requirement, found 'R-nothing'",
        "R-bind R-close; :1: expected the id of a requirement",
      })
  void aListThatIsWrongIsRefused(String line, String expected) throws IOException {
    Run wrong = expecting(line);
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("known" + expected), wrong::err);
    assertEquals("", wrong.out());
  }

  @Test
  void whatCannotBeWrittenIsSaidBeforeTheCheck() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("index.html"), "mine");
    for (String[] args :
        new String[][] {
          {"check", "--report", mine.toString()},
          {"check", "--json", folder.toString()},
          {"check", "--junit", folder.resolve("no/such/folder/r.xml").toString()},
          {"check", "--expect-failures", folder.resolve("missing").toString()}
        }) {
      Run refused = Run.of(args);
      assertEquals(2, refused.code(), () -> String.join(" ", args));
      assertEquals(1, refused.err().lines().count(), refused::err);
      assertEquals("", refused.out());
    }
    assertEquals("mine", Files.readString(mine.resolve("index.html")));
  }
}
