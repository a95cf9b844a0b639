package bindcheck.spec;

import java.util.Arrays;

/** A sequence of numbers, as a key: equal to another where the numbers are. */
final class Numbers {
  private final int[] numbers;
  private final int hash;

  /** Of numbers that nobody changes any more. */
  Numbers(int... numbers) {
    this.numbers = numbers;
    int mixed = numbers.length;
    for (int number : numbers) {
      mixed = Spread.of(mixed, number);
    }
    this.hash = mixed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers same
        && hash == same.hash
        && Arrays.equals(numbers, same.numbers);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
