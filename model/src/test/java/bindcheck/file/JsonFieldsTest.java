package bindcheck.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a text is said in words of our own, whatever reads it. */
class JsonFieldsTest {
  private static String message(String text) {
    String message =
        assertThrows(Malformed.class, () -> JsonFields.parse(text, "it").end()).getMessage();
    assertTrue(message.startsWith("expected "), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "[",
        "nul",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":+1}",
        "{\"a\":NaN}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\ud8\"}",
        "{\"a\":\"\u0001\"}",
        "{} {}",
        "{}}",
        "{}x",
        "/* */{}",
        "{\"a\":1,\"a\":1}",
        "\u0000",
        "\uFEFF{}",
        "{\"a\":tru}",
        "{\"a\":-}",
        "{\"a\":1e}"
      })
  void noWordOfTheLibrary(String text) {
    String message = message(text);
    for (String word :
        new String[] {"Source", "REDACTED", "Unexpected", "Stream", "oken", "Feature"}) {
      assertFalse(message.contains(word), message);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":1}|a name that is there twice",
        "{\"a\":x}|no JSON, at character 6",
        "{} {}|more after its end",
      })
  void itSaysWhatIsWrongAndWhere(String text, String expected) {
    assertTrue(message(text).contains(expected), () -> message(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 1_000, 1_000_000})
  void aNumberOfTooManyDigitsIsNotRead(int digits) {
    String message = message("{\"a\":" + "9".repeat(digits) + "}");
    assertTrue(message.contains("more than 40 digits"), message);
    assertTrue(message.length() < 300, message);
  }
}
