package bindcheck.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.script.Script;
import bindcheck.target.CutsKeys;
import bindcheck.target.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The library, as a program of others uses it. */
@Timeout(300)
class BindcheckTest {
  private static final Path HISTORIES = Path.of("src/test/resources/histories");
  private static final String FAULTY = "java:" + CutsKeys.class.getName();
  private static final String WAKE =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 9223372036854775808, 0)
      T1: port_wait(p, INFINITE)
      interrupt_trigger(i, 0, 5)
      """;

  private static Implementation reference;
  private static Implementation faulty;
  private static CheckResult failed;

  @BeforeAll
  static void open() {
    reference = Bindcheck.open(Targets.DEFAULT);
    faulty = Bindcheck.open(FAULTY);
    failed = Bindcheck.check(faulty, "quick");
  }

  @AfterAll
  static void close() {
    reference.close();
    faulty.close();
  }

  @Test
  void theReferencePasses() {
    CheckResult result = Bindcheck.check(reference, "quick");
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(List.of(), result.rejections());
    assertEquals(3, result.scenes().size());
    assertTrue(result.requirements().stream().anyMatch(Requirement::isExercised));
  }

  @Test
  void aFaultFailsTheRequirementsThatItBreaksWithAScript() {
    assertEquals(Verdict.FAIL, failed.verdict());
    List<Requirement> failing = failed.requirements().stream().filter(r -> !r.isMet()).toList();
    assertFalse(failing.isEmpty());
    Rejection rejection = failing.get(0).rejections().get(0);
    assertTrue(rejection.broken().containsKey(failing.get(0).id()), rejection::toString);
    String last = rejection.script().get(rejection.script().size() - 1);
    assertTrue(rejection.toString().contains(last), rejection::toString);
    assertTrue(rejection.toString().contains("<== not allowed"), rejection::toString);
  }

  @Test
  void aSceneAfterOneThatFailedIsTried() {
    List<SceneOutcome> scenes = failed.scenes();
    assertEquals(Verdict.FAIL, scenes.get(0).verdict());
    assertTrue(scenes.stream().allMatch(scene -> scene.steps() > 0), scenes::toString);
  }

  @Test
  void anotherVariantMayJudge() {
    Check check = Check.suite("quick").judgedBy("zircon-2018");
    SceneOutcome first = Bindcheck.scenes(reference, check).findFirst().orElseThrow();
    assertEquals(Verdict.FAIL, first.verdict());
  }

  @Test
  void aScriptThatIsAllowedIsNotRejected() {
    assertEquals(Optional.empty(), Bindcheck.play(reference, Script.parse("wake", WAKE)));
  }

  @Test
  void aScriptIsRejectedAtTheStepThatIsNotAllowed() {
    Script more = Script.parse("wake", WAKE + "interrupt_ack(i)\n");
    Rejection rejection = Bindcheck.play(faulty, more).orElseThrow();
    assertEquals(Verdict.FAIL, rejection.verdict());
    assertEquals(WAKE.lines().toList(), rejection.script());
  }

  @Test
  void aLineWhoseHandlesWereNotMadeIsPassedOver() {
    String text = "p = port_create(0x2)\nT1: port_wait(p, INFINITE)\n";
    assertEquals(Optional.empty(), Bindcheck.play(reference, Script.parse("none", text)));
  }

  @Test
  void aHistoryIsRejectedAtItsLine() {
    Path file = HISTORIES.resolve("bad/packet-read-twice.history");
    HistoryResult result = Bindcheck.judge(file, "doc");
    assertEquals(Verdict.FAIL, result.verdict());
    Rejection rejection = result.rejections().get(0);
    assertTrue(rejection.where().startsWith(file + ":"), rejection::where);
    assertFalse(rejection.chart().isEmpty());
  }

  @Test
  void aHistoryThatIsExplainedPasses() {
    HistoryResult result =
        Bindcheck.judge(HISTORIES.resolve("good/two-readers-two-triggers.history"), "doc");
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(List.of(), result.rejections());
  }

  @Test
  void whatThereIsNotIsSaidInOneLine() {
    IllegalArgumentException suite =
        assertThrows(IllegalArgumentException.class, () -> Bindcheck.check(reference, "enormous"));
    assertTrue(suite.getMessage().contains("quick"), suite::getMessage);
    assertThrows(IllegalArgumentException.class, () -> Bindcheck.open("kernel"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Bindcheck.judge(HISTORIES.resolve("good/deadline-passes.history"), "nobody"));
  }
}
