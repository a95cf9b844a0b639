package bindcheck.tla;

/** An operator of a module, applied. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Application(Operator operator, Code[] arguments) implements Code {
  private Frame frame(Frame frame) {
    Frame inner = operator.frame();
    for (int i = 0; i < arguments.length; i++) {
      inner.slots[i] = arguments[i].argument(frame);
    }
    return inner;
  }

  @Override
  public Value value(Frame frame) {
    return operator.in(frame(frame));
  }

  @Override
  public boolean holds(Frame frame) {
    return operator.holdsIn(frame(frame));
  }
}
