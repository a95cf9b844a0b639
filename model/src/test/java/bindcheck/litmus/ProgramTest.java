package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bindcheck.file.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
  private static final String TEXT =
      """
      A title

      A lesson,
      of two lines.

      set-up:
        i = interrupt_create(INVALID, 0, VIRTUAL)   # unbound

      threads:
        T1                        || T2
        h = handle_duplicate(i, READ|WAIT) || interrupt_wait(i)
        interrupt_wait(h)         ||

      forbidden: T2: OK
        R-wait-blocks: it has to wait.

      outcomes:
        whatever
      """;

  @Test
  void aProgramIsWhatItsFileSays() {
    Program program = Program.parse("folder/bind-wait-03-title.litmus", TEXT);
    assertEquals("bind-wait-03-title", program.name());
    assertEquals("bind-wait", program.theme());
    assertEquals("A lesson,\nof two lines.", program.lesson());
    assertEquals(1, program.setup().size());
    assertEquals(List.of("T1", "T2"), List.copyOf(program.threads().keySet()));
    assertEquals(
        "[T1: h = handle_duplicate(i, READ|WAIT), T1: interrupt_wait(h)]",
        program.threads().get("T1").toString());
    assertEquals("R-wait-blocks", program.forbidden().get(0).id());
    assertEquals(TEXT, program.written() + program.generated());
  }

  @Test
  void aLessonAndForbiddenOutcomesAreForThoseWhoWantThem() {
    String text =
        """
        A title
        set-up:
          p = port_create(BIND_TO_INTERRUPT)
        threads:
          T1                 || T2
          port_wait(p, PAST) || port_queue(p, 1, 2)
        """;
    Program program = Program.parse("f.litmus", text);
    assertEquals("", program.lesson());
    assertEquals(List.of(), program.forbidden());
    assertEquals(2, program.threads().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "A title; ; 1: expected the title of the program, found nothing",
        "set-up:; set up; 9: expected 'set-up:', found 'threads:'",
        "T1     ; T3; 10: expected 'T1 || T2', up to T4, found '[T3, T2]'",
        "h = handle; h = hande; 11: expected a call, found 'hande_duplicate'",
        "interrupt_wait(h); interrupt_wait(x); 12: expected inth to be a handle",
        "  interrupt_wait(h)         ||; interrupt_wait(h); 12: expected 2 columns, found '1'",
        "i = interrupt; T1: i = interrupt; 7: expected a call of no thread",
        "T2: OK; T2: OK, OK; 14: expected how the 1 calls of T2 end, found 'OK, OK'",
        "T2: OK; T5: OK; 14: expected how the 0 calls of T5 end",
        "T2: OK; T2: FINE; 14: expected a status, found 'FINE'",
        "R-wait-blocks: it; it; 15: expected an id, a colon and why it is forbidden",
        "outcomes:; results:; 17: expected 'forbidden:', 'outcomes:' or the end, found 'results:'"
      })
  void aWrongLineIsNamed(String part, String instead, String message) {
    String text = TEXT.replace(part, instead == null ? "" : instead);
    InputException e = assertThrows(InputException.class, () -> Program.parse("f.litmus", text));
    assertEquals("f.litmus:" + message, shortened(e.getMessage(), message.length()));
  }

  private static String shortened(String text, int length) {
    return text.substring(0, Math.min(text.length(), "f.litmus:".length() + length));
  }
}
