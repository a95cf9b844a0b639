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
  private static final Set<Op> NO_DESTROY = EnumSet.complementOf(EnumSet.of(Op.INTERRUPT_DESTROY));
  private static final Report REPORT = report(new Support(NO_WAIT, false));
  private static final Report COMPLETE = report(Support.ALL);
  private static final Report NOTHING = report(new Support(EnumSet.noneOf(Op.class), false));
  private static final List<String> MISSING = List.of("interrupt_wait", "handle_replace", "expire");

  private static Report report(Support support) {
    return report(support, "errors");
  }

  private static Report report(Support support, String name) {
    Scene scene = SceneCheck.scene(Seen.MODULE, name, support);
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
        Optional.empty(),
        Optional.empty());
  }

  private static String text(Report report) {
    StringWriter text = new StringWriter();
    new TextReport(new PrintWriter(text), id -> id).print(report);
    return text.toString();
  }

  @Test
  void someEdgesAreLeftOutAndSomeAreNot() {
    assertTrue(REPORT.allLeftOut() > 0);
    assertTrue(REPORT.isAnythingTried());
    assertEquals(Verdict.PASS, REPORT.verdict());
  }

  @Test
  void theConsoleNamesThem() {
    String line = "skipped       %d edges: the target has no %s\n";
    String expected = line.formatted(REPORT.allLeftOut(), String.join(", ", MISSING));
    assertTrue(text(REPORT).contains(expected), () -> text(REPORT));
  }

  @Test
  void theVerdictSaysThatItIsPartial() {
    String of = "verdict       PASS (partial: 0 of %d requirements)";
    String expected = of.formatted(REPORT.requirements().size());
    assertTrue(text(REPORT).contains(expected), () -> text(REPORT));
    assertTrue(text(COMPLETE).contains("verdict       PASS\n"), () -> text(COMPLETE));
  }

  @Test
  void aCallThatIsThereButHasNothingToEndItIsNamed() {
    Report report = report(new Support(NO_DESTROY, false), "interrupt");
    int waits = report.leftOut().get("interrupt_wait");
    assertTrue(waits > 0);
    String expected = "              of these %d interrupt_wait: a call that would block";
    assertTrue(text(report).contains(expected.formatted(waits)), () -> text(report));
    assertTrue(
        HtmlReport.of(report, Seen.ORIGIN).contains("Of these " + waits + " interrupt_wait"));
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
    assertEquals(REPORT.allLeftOut(), skipped.get("edges").intValue());
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
  void aTargetThatDidNotEndAsItShouldIsNoPass() {
    Report ended =
        new Report(
            COMPLETE.subject(),
            true,
            List.of(),
            COMPLETE.scenes(),
            COMPLETE.requirements(),
            COMPLETE.sum(),
            COMPLETE.agreements(),
            List.of(),
            Optional.empty(),
            Optional.of("exited with code 3 after shutdown"));
    assertEquals(Verdict.INCONCLUSIVE, ended.verdict());
    assertTrue(text(ended).contains("the target    exited with code 3 after shutdown"));
    assertEquals(List.of(), new Schema("report").errors(JsonReport.of(ended).toString()));
    assertTrue(HtmlReport.of(ended, Seen.ORIGIN).contains("exited with code 3"));
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
    String page = HtmlReport.of(REPORT, Seen.ORIGIN);
    assertTrue(page.contains("since the target has no <code>interrupt_wait</code>, <code>"));
    assertFalse(page.contains("Nothing could be tried"));
  }

  @Test
  void thePageSaysHowOftenAWalkWasLeft() {
    assertTrue(HtmlReport.of(REPORT, Seen.ORIGIN).contains("<td class=\"n\">2,718</td>"));
  }

  @Test
  void aTargetThatHasEverythingIsNotSaidToLackAnything() {
    assertEquals(0, COMPLETE.allLeftOut());
    assertFalse(text(COMPLETE).contains("skipped"), () -> text(COMPLETE));
    assertFalse(HtmlReport.of(COMPLETE, Seen.ORIGIN).contains("Skipped:"));
  }

  @Test
  void whereNothingCouldBeTriedThereIsNoPass() {
    assertEquals(Verdict.INCONCLUSIVE, NOTHING.verdict());
    assertTrue(text(NOTHING).contains("nothing could be tried"), () -> text(NOTHING));
    assertTrue(HtmlReport.of(NOTHING, Seen.ORIGIN).contains("Nothing could be tried"));
  }
}
