package bindcheck.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of a finding is read strictly, and what is wrong with one is said in a line. */
@Timeout(60)
class FindingParserTest {
  private static final List<Program> PROGRAMS = Catalogue.all();

  private static final String FINDING =
      """
      # F-07: An ack too many

      Kind: silent

      ## Document

      Nothing is said of it
      (interrupt_ack).

      And nothing else.

      ## Readings

      - C-idle-ack=OK: It is
        fine.
      - none: It is not.

      ## Script

      ```
      p = port_create(0)
      port_queue(p, 1, 2)  # 3 times
      port_wait(p, PAST)
      ```

      ## Observed

      <!-- generated:observed -->
      - line 3, `main: OK packet(USER, key=1, payload=2)`: doc, C-idle-ack=OK
      <!-- end -->

      ## Cost

      None.

      ## Proposal

      - R-rearm, C-idle-ack: It is fine.
      - new: So it is.
      """;

  private static Finding parse(String text) {
    return Finding.parse("f.md", text, PROGRAMS);
  }

  @Test
  void everySectionIsRead() {
    Finding finding = parse(FINDING);
    assertEquals("F-07", finding.id());
    assertEquals("An ack too many", finding.title());
    assertEquals(Kind.SILENT, finding.kind());
    assertEquals("Nothing is said of it (interrupt_ack).\nAnd nothing else.", finding.document());
    assertEquals(
        List.of(
            new Reading(List.of("C-idle-ack=OK"), "It is fine."),
            new Reading(List.of("none"), "It is not.")),
        finding.readings());
    assertEquals(
        List.of(
            new Observed(
                3, "main: OK packet(USER, key=1, payload=2)", List.of("doc", "C-idle-ack=OK"))),
        finding.observed());
    assertEquals("None.", finding.cost());
    assertEquals(List.of("C-idle-ack", "R-rearm", "new"), List.copyOf(finding.changes()));
  }

  @Test
  void whatIsWrittenOnceAndMadeOftenHasOneNumber() {
    Demonstration.Calls calls = (Demonstration.Calls) parse(FINDING).demonstration();
    assertEquals(
        List.of(1, 2, 2, 2, 3),
        calls.script().lines().stream().map(line -> line.number()).toList());
  }

  @Test
  void aProgramIsNamedOrWritten() {
    String named =
        FINDING.replaceFirst("(?s)## Script.*?```.*?```", "## Program\n\n`destroy-04-ack`");
    Program program = ((Demonstration.Race) parse(named).demonstration()).program();
    assertEquals("destroy-04-ack", program.name());
    String written = named.replace("`destroy-04-ack`", "```\n" + program.written() + "```");
    Program own = ((Demonstration.Race) parse(written).demonstration()).program();
    assertEquals("f", own.name());
    assertEquals(program.threads(), own.threads());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# F-07: | # F-7: | 1: expected '# F-nn: TITLE', found '# F-7: An ack too many'",
        "Kind: silent | Kind: odd | 3: expected a kind out of [ambiguous, silent, ",
        "Kind: silent | Kin: silent | 3: expected 'Kind: ' and a kind, found 'Kin: silent'",
        "## Document | ## Documents | 5: expected '## Document', found '## Documents'",
        "## Readings | ## Script | 12: expected '## Readings', found '## Script'",
        "- none: It | - : It | 16: expected '- C-...=ALTERNATIVE: TEXT', found '- : It is not.'",
        "port_wait(p | port_wai(p | 23: expected a call, found 'port_wai'",
        "## Script | ## Scrip | 18: expected '## Script' or '## Program', found '## Scrip'",
        "- line 3, ` | - line 3 ` | 29: expected '- line N, `OBSERVATION`: VARIANT, ...', found",
        "<!-- end --> | <!-- ende --> | 30: expected '- line N, `OBSERVATION`: VARIANT, ...', found",
        "None. | '' | 36: expected text, found '## Proposal'",
        "- new: | - R_new: | 39: expected '- R-...: SENTENCE', found '- R_new: So it is.'",
      })
  void whatIsWrongIsSaidInALine(String right, String wrong, String message) {
    InputException refused =
        assertThrows(InputException.class, () -> parse(FINDING.replace(right, wrong)));
    assertTrue(refused.getMessage().startsWith("f.md:" + message), refused::getMessage);
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void aFileThatEndsTooSoonIsWrongAtItsEnd() {
    String half = FINDING.substring(0, FINDING.indexOf("## Cost"));
    InputException refused = assertThrows(InputException.class, () -> parse(half));
    assertTrue(
        refused.getMessage().endsWith(": expected '## Cost', found nothing"), refused::getMessage);
  }

  @Test
  void aProgramThatThereIsNotIsRefused() {
    String unknown =
        FINDING.replaceFirst("(?s)## Script.*?```.*?```", "## Program\n\n`destroy-04-akc`");
    InputException refused = assertThrows(InputException.class, () -> parse(unknown));
    assertTrue(
        refused.getMessage().startsWith("f.md:20: expected a litmus program (did you mean"),
        refused::getMessage);
  }
}
