package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import bindcheck.spec.SpecModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the prompt answers. */
@Timeout(60)
class PromptTest {
  private static final String BOUND =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 7, 0)
      """;

  @TempDir private Path folder;

  private final StringWriter printed = new StringWriter();
  private final Prompt prompt =
      new Prompt(SpecModule.load("Evaluation"), "doc", new PrintWriter(printed));

  /** What is printed of the lines that are typed after those. */
  private String after(String before, String lines) {
    before.lines().forEach(prompt::answer);
    printed.getBuffer().setLength(0);
    PromptReader.through(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), prompt);
    return printed.toString();
  }

  @Test
  void aCallIsAnsweredByWhatEachVariantAllowsAndTheState() {
    String said =
        after(
            BOUND + "interrupt_trigger(i, 0, 5)\ninterrupt_ack(i)\n", "interrupt_trigger(i, 0, 6)");
    assertTrue(said.contains("main: OK  (all)"), said);
    assertTrue(said.contains("C-trigger-unread=lost"), said);
    assertTrue(
        said.contains(
            "p: port; packets: packet(INTERRUPT, key=7, timestamp=5), packet(INTERRUPT, key=7, timestamp=6)"),
        said);
    assertTrue(said.contains("i: interrupt; bound to p, key 7; not armed"), said);
  }

  @Test
  void whereVariantsDifferTheyAreNamed() {
    String said = after(BOUND, "interrupt_bind(i, p, 7, UNBIND)");
    assertTrue(said.contains("main: OK  (zircon-2020, zircon-2021, zircon-2025)"), said);
    assertTrue(said.contains("main: INVALID_ARGS  (doc, reference, zircon-2018)"), said);
  }

  @Test
  void aVariantThatIsChosenShowsItsState() {
    String said =
        after(
            BOUND + "interrupt_trigger(i, 0, 5)\ninterrupt_ack(i)\ninterrupt_trigger(i, 0, 6)\n",
            "variant zircon-2018");
    assertTrue(said.contains("packets: packet(INTERRUPT, key=7, timestamp=5)\n"), said);
  }

  @Test
  void whatIfAddsNothing() {
    after(BOUND, "what-if interrupt_ack(i)");
    assertEquals(4, prompt.next());
  }

  @Test
  void undoTakesTheLastLineBack() {
    assertFalse(after(BOUND, "undo").contains("interrupt_bind"));
    assertEquals(3, prompt.next());
  }

  @Test
  void aLineThatCannotBeReadOrMadeIsSaidAndNotAdded() {
    String said =
        after(BOUND + "T1: port_wait(p, INFINITE)\n", "bogus\nT1: interrupt_ack(i)\nundo x y\n");
    assertTrue(said.contains("expected a call, found 'bogus'"), said);
    assertTrue(said.contains("expected an idle thread, but T1 is blocked here"), said);
    assertEquals(4, prompt.next());
  }

  @Test
  void whyTellsWhatTheIdsMean() {
    assertTrue(
        after(BOUND, "why").contains("R-bind: A bind ties one interrupt object to one port."));
  }

  @Test
  void whatIsSavedIsTheScript() throws IOException {
    Path file = folder.resolve("saved.script");
    after(BOUND, "save " + file);
    assertEquals(BOUND, Files.readString(file));
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() {
    String said = after(BOUND, "save " + folder);
    assertTrue(said.contains("expected a file to write to, found a folder"), said);
  }

  @Test
  void nothingIsAnsweredAfterTheEnd() {
    assertEquals("", after(BOUND, "quit\nwhy"));
  }

  @Test
  void aLineWithoutAnEndIsBadInput() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };
    assertThrows(InputException.class, () -> PromptReader.through(endless, prompt));
  }
}
