package bindcheck.tla;

/** A value that is known. */
record Constant(Value value) implements Code {
  @Override
  public Value value(Frame frame) {
    return value;
  }

  @Override
  public Object argument(Frame frame) {
    return value;
  }
}
