package bindcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.check.SceneSize;
import bindcheck.explain.Grader;
import bindcheck.explain.Report;
import bindcheck.schema.Schema;
import bindcheck.spec.Semantics;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Support;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was not tried, as the target has not all calls, is in every form of the report. */
class SkippedTest {
  private static final Set<Op> NO_WAIT =
      EnumSet.complementOf(EnumSet.of(Op.INTERRUPT_WAIT, Op.HANDLE_REPLACE));
  private static final Report REPORT = report(new Support(NO_WAIT, false));
  private static final Report COMPLETE = report(Support.ALL);
  private static final Report NOTHING = report(new Support(EnumSet.noneOf(Op.class), false));
  private static final List<String> MISSING = List.of("interrupt_wait", "handle_replace", "expire");

  private static Report report(Support support) {
    Scene scene = SceneCheck.scene(Seen.MODULE, "errors", support);
    SceneSuite part = SceneSuite.build(scene, new Semantics(Seen.MODULE, "reference"));
    return Report.of(
        Seen.GLOSSARY,
        new Report.Subject("process:./a-part", "doc", "small", "reference", 0),
        true,
        support.missing(),
        List.of(
            new SceneResult(
                SceneSize.of(part),
                1,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                1,
                2_718,
                List.of())),
        new Grader(Seen.GLOSSARY, Seen.KERNELS),
        List.of(),
        Optional.empty());
  }

  private static String text(Report report) {
    StringWriter text = new StringWriter();
    new TextReport(new PrintWriter(text), id -> id).print(report);
    return text.toString();
  }

  @Test
  void someEdgesAreLeftOutAndSomeAreNot() {
    assertTrue(REPORT.leftOut() > 0);
    assertTrue(REPORT.isAnythingTried());
    assertEquals(Verdict.PASS, REPORT.verdict());
  }

  @Test
  void theConsoleNamesThem() {
    String line = "skipped       %d edges: the target has no %s\n";
    String expected = line.formatted(REPORT.leftOut(), String.join(", ", MISSING));
    assertTrue(text(REPORT).contains(expected), () -> text(REPORT));
  }

  @Test
  void whatWasNotExercisedFitsTheTerminal() {
    assertTrue(text(COMPLETE).contains("not: R-"), () -> text(COMPLETE));
    assertTrue(text(COMPLETE).lines().allMatch(line -> line.length() <= 80), () -> text(COMPLETE));
  }

  @Test
  void theJsonHasThemAndIsValid() {
    ObjectNode json = JsonReport.of(REPORT);
    assertEquals(List.of(), new Schema("report").errors(json.toString()));
    JsonNode skipped = json.get("skipped");
    assertEquals(REPORT.leftOut(), skipped.get("edges").intValue());
    assertEquals(
        MISSING,
        Stream.iterate(0, i -> i + 1)
            .limit(skipped.get("missing").size())
            .map(i -> skipped.get("missing").get(i).textValue())
            .toList());
    json.remove("skipped");
    assertFalse(new Schema("report").errors(json.toString()).isEmpty(), "it is not optional");
  }

  @Test
  void eachIsASkippedTest() {
    String xml = JunitReport.of(REPORT);
    for (String call : MISSING) {
      String expected =
          "<testcase name=\"%s\" classname=\"bindcheck.calls\"><skipped message=\"the target has no %s;"
              .formatted(call, call);
      assertTrue(xml.contains(expected), xml);
    }
    assertFalse(JunitReport.of(COMPLETE).contains("bindcheck.calls"));
  }

  @Test
  void thePageNamesThem() {
    String page = HtmlReport.of(REPORT);
    assertTrue(page.contains("since the target has no <code>interrupt_wait</code>, <code>"));
    assertFalse(page.contains("Nothing could be tried"));
  }

  @Test
  void thePageSaysHowOftenAWalkWasLeft() {
    assertTrue(HtmlReport.of(REPORT).contains("<td class=\"n\">2,718</td>"));
  }

  @Test
  void aTargetThatHasEverythingIsNotSaidToLackAnything() {
    assertEquals(0, COMPLETE.leftOut());
    assertFalse(text(COMPLETE).contains("skipped"), () -> text(COMPLETE));
    assertFalse(HtmlReport.of(COMPLETE).contains("Skipped:"));
  }

  @Test
  void whereNothingCouldBeTriedThereIsNoPass() {
    assertEquals(Verdict.INCONCLUSIVE, NOTHING.verdict());
    assertTrue(text(NOTHING).contains("nothing could be tried"), () -> text(NOTHING));
    assertTrue(HtmlReport.of(NOTHING).contains("Nothing could be tried"));
  }
}
