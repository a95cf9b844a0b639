package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, followed word by word: its blocks of code, in their order, do what it says. */
@Timeout(300)
class TutorialTest {
  private static final Path PAGE = Path.of("examples/TUTORIAL.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```python (\\S+)\n(.*?)^```$");
  private static final int ADAPTER_LINES = 150;

  private record Block(String file, String code) {}

  @TempDir private Path folder;

  @BeforeAll
  static void needsPython() {
    Programs.assumePython();
  }

  private static List<Block> blocks() throws IOException {
    try (Stream<String> lines = Files.lines(PAGE)) {
      Matcher matcher = BLOCK.matcher(String.join("\n", lines.toList()) + "\n");
      return matcher.results().map(m -> new Block(m.group(1), m.group(2))).toList();
    }
  }

  /** Writes the first so many blocks, each to the end of its file. */
  private void write(int count) throws IOException {
    Files.deleteIfExists(folder.resolve("adapter.py"));
    Files.deleteIfExists(folder.resolve("kernel.py"));
    for (Block block : blocks().subList(0, count)) {
      Path file = folder.resolve(block.file());
      String before = Files.exists(file) ? Files.readString(file) : "";
      Files.writeString(file, before + block.code());
    }
  }

  private Run check(String... more) {
    String target = "process:python3 '" + folder.resolve("adapter.py") + "'";
    List<String> words = new ArrayList<>(List.of("check", "--suite", "quick", "--target", target));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  /** Without looking first which variant it is, as the last step of the page does. */
  private Run checkAsReference() {
    return check("--of", "reference");
  }

  private static void assertContains(String text, Run run) {
    assertTrue(run.out().contains(text), () -> run.out() + run.err());
  }

  @Test
  void portsPassAfterASettleTime() throws IOException {
    write(2);
    Run run = checkAsReference();
    assertEquals(0, run.code(), run.out() + run.err());
    assertContains("taken for granted after a settle time", run);
    assertContains("the target has no interrupt_create", run);
  }

  @Test
  void theMistakeIsFound() throws IOException {
    write(2);
    Path kernel = folder.resolve("kernel.py");
    Files.writeString(kernel, Files.readString(kernel).replace(".popleft()", ".pop()"));
    Run run = checkAsReference();
    assertEquals(1, run.code(), run.out() + run.err());
    assertContains("R-fifo", run);
  }

  @Test
  void inTheEndInterruptsPassExactly() throws IOException {
    write(blocks().size());
    Run run = check();
    assertEquals(0, run.code(), run.out() + run.err());
    assertContains("observed exactly", run);
    assertContains("the target has no interrupt_destroy, interrupt_wait", run);
    try (Stream<String> adapter = Files.lines(folder.resolve("adapter.py"))) {
      assertTrue(adapter.count() < ADAPTER_LINES);
    }
  }
}
