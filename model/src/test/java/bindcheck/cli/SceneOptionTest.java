package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.schema.Schema;
import bindcheck.target.CutsKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes of a user's are walked as those of the specification are. */
@Timeout(180)
class SceneOptionTest {
  private static final String PAIR = "<<CreatePort(1, Bindable), CreateInterrupt(2)>>";

  @TempDir private Path folder;

  /** The module on the page, in its file. */
  private Path onThePage() throws IOException {
    List<String> module = Pages.block("model/docs/implementer.md", "    ---- MODULE Wakeups ----");
    return Files.write(folder.resolve("Wakeups.tla"), module);
  }

  private Path module(String... lines) throws IOException {
    String text = "---- MODULE Mine ----\nEXTENDS Suites\n" + String.join("\n", lines) + "\n====\n";
    return Files.writeString(folder.resolve("Mine.tla"), text);
  }

  /** Whose scene makes these stimuli beside a port and an interrupt. */
  private Path making(int readers, String stimuli) throws IOException {
    return module(
        "MineScene(k) ==",
        "  [setup |-> %s, readers |-> %d, stimuli |-> %s]".formatted(PAIR, readers, stimuli));
  }

  private static void assertRefused(String expected, Path file, String... more) {
    Run run = Run.of(words(file, more));
    assertEquals(2, run.code(), run.out() + run.err());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().startsWith("bindcheck: " + file + expected), run::err);
  }

  private static String[] words(Path file, String... more) {
    List<String> words =
        new ArrayList<>(List.of("check", "--suite", "quick", "--quiet", "--scene", "" + file));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void theSceneOnThePageIsWalkedInTheFewestSteps() throws IOException {
    Run run = Run.of("check", "--suite", "quick", "--scene", "" + onThePage());
    assertEquals(0, run.code(), run::err);
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("wakeups .* (\\d+) +\\1 +0 +\\d+")),
        run::out);
    assertTrue(run.out().contains("PASS (partial: "), run::out);
    assertFalse(run.out().lines().anyMatch(line -> line.startsWith("interrupt ")), run::out);
  }

  @Test
  void whatATargetDoesWrongInItIsReportedWithTheFile() throws IOException {
    Path json = folder.resolve("report.json");
    Run run =
        Run.quickCheck(
            "java:" + CutsKeys.class.getName(), "--scene", "" + onThePage(), "--json", "" + json);
    assertEquals(1, run.code(), run::err);
    assertEquals(List.of(), new Schema("report").errors(Files.readString(json)));
    assertTrue(Files.readString(json).contains("\"sceneFile\" : \"" + folder), json::toString);
  }

  @Test
  void itsWalksAreWrittenDown() throws IOException {
    Path out = folder.resolve("traces");
    Run run = Run.of("traces", "--scene", "" + onThePage(), "-o", "" + out);
    assertEquals(0, run.code(), run::err);
    try (var files = Files.list(out)) {
      assertTrue(files.anyMatch(file -> file.getFileName().toString().contains("wakeups")));
    }
  }

  @Test
  void itIsListedWithItsSuites() throws IOException {
    Path file =
        module(
            "OneScene == [setup |-> <<>>, readers |-> 0, stimuli |-> {}, suites |-> {\"full\"}]",
            "TwoScene(k, calls) == [setup |-> <<>>, readers |-> 0, stimuli |-> {}]");
    Run run = Run.of("list", "scenes", "--scene", "" + file);
    assertEquals(
        List.of("one in full", "two in complete, full, quick, small"),
        run.out().lines().map(line -> line.replaceAll(" +", " ")).toList());
  }

  @Test
  void aSceneOfOtherSuitesIsNone() throws IOException {
    Path file =
        module(
            "OneScene == [setup |-> <<>>, readers |-> 0, stimuli |-> {}, suites |-> {\"full\"}]");
    assertRefused(": expected a scene that belongs to suite quick, found none", file);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "XScene(k) == [setup |-> <<,; :3: expected TLA+, found: Encountered \",\" at line 3",
        "XScene(k) == \"abc; :3: expected TLA+, found: Lexical error at line 3",
        "XScene(k) == Bnd(2); :3: expected TLA+, found: Unknown operator: `Bnd'",
        "XScene(k) == Bind(2); :3: expected TLA+, found: The operator Bind requires 3 arguments",
        "X(k) == 1; : expected an operator whose name ends in Scene",
        "XScene(k, c, d) == 1; :3: scene x: expected parameters as in XScene(k, calls)",
        "XScene(F(_)) == 1; :3: scene x: expected parameters as in XScene(k, calls)",
        "XScene == 1; :3: scene x: expected a record of setup, readers, stimuli",
        "XScene == [setup |-> <<>>]; :3: scene x: expected a record of setup, readers, stimuli",
        "XScene == Head(<<>>); :3: scene x: expected a scene in every state, found that XScene",
        "XScene == \\A y : y; :3: scene x: expected what can be evaluated in one state, found \\Ay:y",
        "XScene == SUBSET (1 .. 40); :3: scene x: expected a scene in every state, found that",
        "InterruptScene == 1; :3: scene interrupt: expected a name that no other scene has",
        "Requirement == 1; :3: expected names that the specification has not, found Requirement",
      })
  void aModuleThatIsNone(String line, String expected) throws IOException {
    String text = module(line).toString();
    if (line.startsWith("Requirement")) { // which Suites does not define, but the program needs
      Files.writeString(
          Path.of(text), "---- MODULE Mine ----\nEXTENDS Stimuli\n" + line + "\n====\n");
    }
    assertRefused(expected, Path.of(text));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "9; {}; expected readers to be a number from 0 to 6, found 9",
        "1; {Main(\"interrupt_bnd\", [inth |-> 2])}; expected op to be a call, found \"interrupt_bnd\" (did",
        "1; {Main(\"interrupt_ack\", [handle |-> 2])}; expected args of interrupt_ack to be a record of inth",
        "1; {Expiry(\"T1\")}; expected thread to be \"main\" or \"reader\"",
        "1; {Bind(2, 1, 77)}; expected key of interrupt_bind to be a number from 0 to 3, found 77",
        "1; {Read(1, \"SOON\")}; expected deadline of port_wait to be one of FINITE, INFINITE, PAST",
        "1; {Duplicate(1, {\"FLY\"}, 4)}; rights of handle_duplicate: expected the name of a bit, found 'FLY'",
        "1; {Duplicate(1, {\"READ\"}, 2)}; expected a new handle to have a number that no other has",
        "1; {[Read(1, \"INFINITE\") EXCEPT !.thread = \"main\"]}; expected main never to block",
        "1; {Read(1, \"INFINITE\")} \\union When(Live(k, 1), {Close(1)}); expected a handle left that releases",
        "2; {Read(1, \"INFINITE\"), Read(1, \"FINITE\"), Queue(1, 1, 1)}; expected one outcome of main: port_queue",
        "1; {Queue(1, 1, 1), Queue(1, 2, 2)}; expected a graph of at most 500 edges, found more, with",
      })
  void aSceneThatCannotBeWalked(int readers, String stimuli, String expected) throws IOException {
    assertRefused(":3: scene mine: " + expected, making(readers, stimuli), "--most-edges", "500");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "<<CreatePort(1, Bindable), CreateInterrupt(1)>>; expected a new handle to have a number",
        "<<CreatePort(1, Bindable), Read(1, \"PAST\")>>; expected main to make all of the setup",
        "<<CreatePort(1, {}), [Read(1, \"INFINITE\") EXCEPT !.thread = \"main\"]>>; expected a set-up that does not block",
        "{}; expected setup to be a sequence of stimuli, found {}",
      })
  void aSetupThatCannotBeMade(String setup, String expected) throws IOException {
    Path file =
        module("MineScene == [setup |-> %s, readers |-> 1, stimuli |-> {}]".formatted(setup));
    assertRefused(":3: scene mine: " + expected, file);
  }

  @Test
  void aFileThatIsNoModule() throws IOException {
    Path file = Files.writeString(folder.resolve("Mine.tla"), "hello");
    assertRefused(": expected ---- MODULE Mine ----, found no module", file);
    assertRefused(": expected a module of scenes, found no such file", folder.resolve("No.tla"));
    Path other = Files.writeString(folder.resolve("mine.txt"), "hello");
    assertRefused(": expected a module in a file of its name, such as Mine.tla", other);
    Path taken = Files.writeString(folder.resolve("Suites.tla"), "---- MODULE Suites ----\n====");
    assertRefused(": expected a module with a name that no other has", taken);
  }

  @Test
  void theBoundIsForScenesOfOnesOwn() {
    Run run = Run.of("check", "--most-edges", "5");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--most-edges: expected a scene that it is for"), run::err);
  }
}
