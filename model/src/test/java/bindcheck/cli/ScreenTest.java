package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger wrote gets to a terminal as text that can be seen, and not too much of it. */
@Timeout(60)
class ScreenTest {
  @TempDir private Path folder;

  private static String shown(String text) {
    StringWriter screen = new StringWriter();
    PrintWriter out = Screen.over(screen, 40);
    out.print(text);
    out.close();
    return screen.toString();
  }

  @Test
  void whatSteersATerminalIsShownAsAnEscape() {
    assertEquals("\\u001B[31mred", shown("\u001B[31mred"));
    assertEquals("\\u0000\\u0007\\u007F\\u009B\\u000D", shown("\0\u0007\u007F\u009B\r"));
    assertEquals("\\u2028\\u2029\\u202E\\u2066\\u200F", shown("\u2028\u2029\u202E\u2066\u200F"));
    assertEquals("\\uD800x\\uDC00", shown("\uD800x\uDC00"));
  }

  @Test
  void visibleTextIsShownAsItIs() {
    String text = "a b: 'c' \u00E4\u4E2D\uD83D\uDE00\n\nd\n";
    assertEquals(text, shown(text));
    assertEquals("a       b", shown("a\tb"));
  }

  @Test
  void aCharacterMayComeInTwoParts() {
    StringWriter screen = new StringWriter();
    PrintWriter out = Screen.over(screen, 40);
    out.print('\uD83D');
    out.flush();
    out.print('\uDE00');
    out.close();
    assertEquals("\uD83D\uDE00", screen.toString());
  }

  @Test
  void aLineThatIsTooLongIsCut() {
    assertEquals("x".repeat(40) + "...\ny\n", shown("x".repeat(1_000_000) + "\ny\n"));
  }

  /** Whatever is wrong with it: the name of the file is part of the message. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B[2Jport(0)\n",
        "p = port_create(0)\n\u009B\u202E\u0000(p)\n",
        "p = port_create(\u001B]0;title\u0007)\n"
      })
  void aScriptDoesNotGetToTheTerminal(String content) throws IOException {
    Path script = Files.writeString(folder.resolve("a\u001B[7m.script"), content);
    String err = Run.of("explain", script.toString()).err();
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)), err);
    assertTrue(err.contains("\\u001B[7m"), err);
  }

  @Test
  void aTargetThatIsNamedSoDoesNotEither() {
    Run run = Run.of("check", "--target", "process:no\u001B[2J\u202Esuch");
    assertEquals(2, run.code());
    assertTrue(run.err().codePoints().allMatch(c -> c == '\n' || c >= ' '), run::err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "9", "(", " ", "# ", "p = port_create(0)  "})
  void noMessageIsLong(String part) throws IOException {
    byte[] text = part.repeat(3_000_000 / part.length()).getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("a"), text);
    for (String command : new String[] {"explain", "judge", "litmus"}) {
      Run run = Run.of(command, file.toString());
      assertEquals(2, run.code());
      assertEquals(1, run.err().lines().count());
      assertTrue(run.err().length() < 500, () -> command + " " + run.err().length());
    }
  }

  @Test
  void noArgumentMakesAMessageLong() {
    String word = "x".repeat(100_000);
    for (String[] args :
        new String[][] {
          {word},
          {"explain", word},
          {"check", "--seed", word},
          {"check", "--json", word},
          {"check", "--target", word},
          {"check", "--variant", word},
          {"check", "--" + word},
          {"litmus", word},
          {"model", word}
        }) {
      Run run = Run.of(args);
      assertEquals(2, run.code(), args[0]);
      assertTrue(run.err().length() < 500, () -> args[0] + " " + run.err().length());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "0", "0x9", "-9"})
  void aNumberOfTooManyDigitsIsRefusedBeforeItIsRead(String digits) throws IOException {
    String number = digits + digits.substring(digits.length() - 1).repeat(9_000);
    Path script = Files.writeString(folder.resolve("a"), "p = port_create(" + number + ")\n");
    Run run = Run.of("explain", script.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains(":1: expected options to be a number from 0"), run::err);
  }
}
