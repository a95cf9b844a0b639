package bindcheck.tla;

/** An expression that is evaluated when it is first asked for, and at most once. */
final class Thunk {
  private Code code;
  private Frame frame;
  private Value value;

  Thunk(Code code, Frame frame) {
    this.code = code;
    this.frame = frame;
  }

  Value value() {
    if (value == null) {
      value = code.value(frame);
      code = null;
      frame = null;
    }
    return value;
  }
}
