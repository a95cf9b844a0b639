package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a verdict or a heading has a colour on a terminal, and nothing else brings any. */
class HighlightTest {
  private static final String ESC = "\u001B";

  private static String shown(String... parts) {
    StringWriter screen = new StringWriter();
    PrintWriter out = Screen.over(screen, 40, new Highlight());
    for (String part : parts) {
      out.print(part);
      out.flush();
    }
    return screen.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "verdict       PASS, 32",
    "verdict       FAIL (partial: 2 of 3), 31",
    "FAIL in scene port, 31",
    "INCONCLUSIVE in a, 33",
    "Usage: bindcheck, 1",
    "'  -q, --quiet   no progress', 33"
  })
  void whatMattersHasAColour(String line, int colour) {
    assertEquals(1, shown(line + "\n").split(ESC + "\\[" + colour + "m", -1).length - 1);
    assertEquals(line + "\n", shown(line + "\n").replaceAll(ESC + "\\[[0-9;]*m", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"observed    main: FAIL", "PASSED", "a --quiet word", "  verdict PASS"})
  void allElseIsPlain(String line) {
    assertEquals(line + "\n", shown(line + "\n"));
  }

  @Test
  void aStyleOfStrangersIsStillShownAsText() {
    String shown = shown("target " + ESC + "[31mFAIL\n");
    assertFalse(shown.contains(ESC), shown);
  }

  @Test
  void aLineThatComesInPartsIsPlain() {
    assertEquals("verdict PASS\n", shown("verdict ", "PASS\n"));
  }

  @Test
  void whereTheOutputIsNoTerminalThereAreNoColours() {
    assertFalse(Run.of("check", "--help").out().contains(ESC));
  }
}
