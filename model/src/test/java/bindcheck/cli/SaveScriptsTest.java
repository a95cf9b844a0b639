package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.CutsKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of each failure is kept as a file that fails as well. */
@Timeout(180)
class SaveScriptsTest {
  private static final String TARGET = "java:" + CutsKeys.class.getName();

  @TempDir private Path folder;

  private Run check(Path scripts) {
    return Run.quickCheck(TARGET, "--save-scripts", scripts.toString());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aSavedScriptSaysWhatFailsAndFails() throws IOException {
    Path scripts = folder.resolve("new/scripts");
    Run run = check(scripts);
    assertEquals(1, run.code(), run::err);
    Path script = scripts.resolve("01-interrupt-R-packet-key.script");
    assertEquals(List.of(script), files(scripts));
    assertTrue(run.out().contains("script        " + script + "\n"), run::out);
    String text = Files.readString(script);
    assertTrue(text.startsWith("# bindcheck check: failure 1 of 1\n"), text);
    assertTrue(text.contains("# broken    R-packet-key\n"), text);
    assertTrue(text.contains("# observed  T1: OK packet(INTERRUPT, key="), text);
    assertEquals(1, Run.of("rerun", script.toString(), "--target", TARGET).code(), text);
    assertEquals(0, Run.of("rerun", script.toString()).code(), text);
  }

  @Test
  void thoseOfAnEarlierCheckAreRemoved() throws IOException {
    Path earlier = folder.resolve("07-port-R-bind.script");
    Files.writeString(earlier, "# bindcheck check: failure 7 of 7\np = port_create(0)\n");
    Path notes = Files.writeString(folder.resolve("notes"), "mine");
    Run run =
        Run.of("check", "--suite", "quick", "--only", "deadlines", "--save-scripts", "" + folder);
    assertEquals(0, run.code(), run::out);
    assertEquals(List.of(notes), files(folder));
  }

  @Test
  void scriptsOfOthersAreFoundBeforeTheCheckBegins() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.script"), "p = port_create(0)\n");
    Run run = check(folder);
    assertEquals(2, run.code(), run::out);
    assertEquals("", run.out());
    assertTrue(run.err().contains(mine + ": expected no script, or one that"), run::err);
    assertEquals(List.of(mine), files(folder));
  }
}
