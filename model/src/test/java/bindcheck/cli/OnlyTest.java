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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Some of a suite is walked, and the verdict says that it is not all. */
@Timeout(180)
class OnlyTest {
  @TempDir private Path folder;

  private static Run check(String... only) {
    List<String> words = new ArrayList<>(List.of("check", "--suite", "quick"));
    Arrays.stream(only).forEach(word -> words.addAll(List.of("--only", word)));
    return Run.of(words.toArray(String[]::new));
  }

  private static boolean walks(Run run, String scene) {
    return run.out().lines().anyMatch(line -> line.startsWith(scene + " "));
  }

  @Test
  void onlyTheSceneThatIsNamedIsWalked() {
    Run run = check("interrupt");
    assertEquals(0, run.code(), run::err);
    assertTrue(walks(run, "interrupt"), run::out);
    assertFalse(walks(run, "errors"), run::out);
    assertTrue(
        run.out().matches("(?s).*verdict +PASS \\(partial: \\d+ of \\d+ require.*"), run::out);
  }

  @Test
  void onlyWalksThatRestOnTheRequirementAreMade() {
    Run run = check("R-bind-waiting");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().contains("suite    quick, only R-bind-waiting of reference"), run::out);
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches(" +\\d+ of \\d+ walks, those asked for")),
        run::out);
  }

  @Test
  void whatIsNamedAddsUp() {
    Run run = check("interrupt", "errors");
    assertTrue(walks(run, "interrupt") && walks(run, "errors"), run::out);
  }

  @Test
  void whatNoWalkRestsOnIsNoPass() {
    Run run = check("C-coalesce=each");
    assertEquals(3, run.code(), run::out);
    assertTrue(run.out().contains("nothing could be tried"), run::out);
  }

  @Test
  void aSavedScriptStandsForTheWalksThatShowItsFailure() throws IOException {
    Path scripts = folder.resolve("scripts");
    Path json = folder.resolve("report.json");
    String target = "java:" + CutsKeys.class.getName();
    Run.quickCheck(target, "--save-scripts", "" + scripts);
    String script = "" + scripts.resolve("01-interrupt-R-packet-key.script");
    Run run = Run.quickCheck(target, "--only", script, "--json", "" + json);
    assertEquals(1, run.code(), run::err);
    assertTrue(walks(run, "interrupt"), run::out);
    assertEquals(List.of(), new Schema("report").errors(Files.readString(json)));
    assertTrue(Files.readString(json).contains("\"only\" : [ \"" + script + "\" ]"));
  }

  @Test
  void whatIsNoneOfTheseIsBadInput() throws IOException {
    Run run = check("R-bnd");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("found 'R-bnd' (did you mean R-bind?)"), run::err);
    Path other = Files.writeString(folder.resolve("other"), "p = port_create(0)\n");
    assertTrue(check(other.toString()).err().contains("found no line '# scene"));
  }
}
