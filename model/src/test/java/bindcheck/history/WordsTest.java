package bindcheck.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Words that come again and again. */
class WordsTest {
  private static final String TEXT = "T1 T12 T2";

  private final Words words = new Words();

  private String first(int hash) {
    return words.of(TEXT, 0, 2, hash);
  }

  private String second(int hash) {
    return words.of(TEXT, 3, 6, hash);
  }

  @Test
  void aWordThatComesAgainIsTheSameObject() {
    assertEquals("T1", first(5));
    assertSame(first(5), first(5));
    assertSame(first(5), words.of("xT1", 1, 3, 5));
  }

  @Test
  void wordsWithTheSamePlaceAreToldApart() {
    assertEquals("T1", first(5));
    assertEquals("T12", second(5));
    assertEquals("T2", words.of(TEXT, 7, 9, 5));
    assertEquals("T1", first(5));
  }

  @Test
  void wordsWithOtherHashesLeaveOneAnotherTheirPlaces() {
    for (int other : new int[] {1, 0x1_0000}) {
      String kept = first(0);
      second(other);
      assertSame(kept, first(0), () -> "beside " + other);
    }
  }
}
