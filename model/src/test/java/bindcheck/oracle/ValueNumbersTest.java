package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Small numbers in the place of values: equal where these are, and 0 for 0 alone. */
class ValueNumbersTest {
  private static final long VALUE = 0x7777_0000_1111L;
  private static final long OTHER = 0x8888_0000_1111L;

  private final ValueNumbers numbers = new ValueNumbers();

  private static BitSet live(int... numbers) {
    BitSet live = new BitSet();
    for (int number : numbers) {
      live.set(number);
    }
    return live;
  }

  @Test
  void numbersAreEqualWhereValuesAre() {
    assertEquals(0, numbers.number(0));
    int number = numbers.number(VALUE);
    assertEquals(4, number, "the first three are of the values that scenes have in mind");
    assertEquals(5, numbers.number(OTHER));
    assertEquals(number, numbers.number(VALUE));
    assertEquals(VALUE, numbers.value(number));
    assertEquals(-1, numbers.value(1));
  }

  @Test
  void plainOnesStandForThemselves() {
    ValueNumbers plain = ValueNumbers.plain();
    for (int i = 0; i < 4; i++) {
      assertEquals(i, plain.number(i));
      assertEquals(i, plain.value(i));
    }
  }

  @Test
  void aValueThatIsLiveKeepsItsNumber() {
    int number = numbers.number(VALUE);
    assertEquals(number, numbers.renumber(VALUE, 1, live(number)));
    assertEquals(0, numbers.renumber(0, 1, live()));
  }

  @Test
  void oneThatIsNotGetsThePreferredNumber() {
    int before = numbers.number(VALUE);
    assertEquals(2, numbers.renumber(VALUE, 2, live()));
    assertEquals(2, numbers.number(VALUE));
    assertEquals(VALUE, numbers.value(2));
    assertEquals(before, numbers.number(OTHER), "which is free again");
  }

  @Test
  void orTheLeastThatIsFreeWhereThatIsLive() {
    assertEquals(3, numbers.renumber(VALUE, 2, live(1, 2)));
    assertEquals(2, numbers.renumber(OTHER, 1, live(1, 3)));
    assertEquals(VALUE, numbers.value(3));
  }

  @Test
  void whatHadTheNumberGetsAnother() {
    numbers.renumber(VALUE, 1, live());
    assertEquals(1, numbers.number(VALUE));
    int number = numbers.number(-1);
    assertNotEquals(1, number);
    assertEquals(-1, numbers.value(number));
    assertEquals(VALUE, numbers.value(1));
  }
}
