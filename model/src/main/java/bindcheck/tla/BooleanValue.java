package bindcheck.tla;

/** TRUE or FALSE. */
public final class BooleanValue extends Value {
  static final BooleanValue TRUE = new BooleanValue(true);
  static final BooleanValue FALSE = new BooleanValue(false);

  final boolean truth;

  private BooleanValue(boolean truth) {
    this.truth = truth;
  }

  static BooleanValue of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  @Override
  int computeHash() {
    return mixed(0, truth ? 2 : 1);
  }

  @Override
  boolean isEqual(Value other) {
    return ((BooleanValue) other).truth == truth;
  }

  @Override
  int compareAlike(Value other) {
    return Boolean.compare(truth, ((BooleanValue) other).truth);
  }

  @Override
  int rank() {
    return 0;
  }

  @Override
  void print(StringBuilder text) {
    text.append(truth ? "TRUE" : "FALSE");
  }
}
