package bindcheck.tla;

/** An integer of 32 bits, as TLC has them. */
public final class NumberValue extends Value {
  private static final NumberValue[] SMALL = new NumberValue[1024];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new NumberValue(i);
    }
  }

  final int number;

  private NumberValue(int number) {
    this.number = number;
  }

  static NumberValue of(int number) {
    return number >= 0 && number < SMALL.length ? SMALL[number] : new NumberValue(number);
  }

  @Override
  int computeHash() {
    return mixed(1, number);
  }

  @Override
  boolean isEqual(Value other) {
    return ((NumberValue) other).number == number;
  }

  @Override
  int compareAlike(Value other) {
    return Integer.compare(number, ((NumberValue) other).number);
  }

  @Override
  int rank() {
    return 1;
  }

  @Override
  void print(StringBuilder text) {
    text.append(number);
  }
}
