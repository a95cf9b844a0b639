package bindcheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Text is broken between words, and further lines begin beneath the first. */
class WrappedTest {
  @Test
  void whatFitsIsOneLine() {
    assertEquals("not: a b\n", Wrapped.of("not: ", "a b", 8));
  }

  @Test
  void whatDoesNotFitGoesBeneath() {
    assertEquals("not: a b\n     c\n", Wrapped.of("not: ", "a b c", 8));
  }

  @Test
  void aWordIsNotBroken() {
    assertEquals("not: aaaaa\n     b\n", Wrapped.of("not: ", "aaaaa b", 8));
  }
}
