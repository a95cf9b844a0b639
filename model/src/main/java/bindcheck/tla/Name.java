package bindcheck.tla;

/** What stands in a frame, so many frames out. */
record Name(int out, int slot) implements Code {
  private Frame in(Frame frame) {
    Frame there = frame;
    for (int i = 0; i < out; i++) {
      there = there.outer;
    }
    return there;
  }

  @Override
  public Value value(Frame frame) {
    return in(frame).value(slot);
  }

  @Override
  public Object argument(Frame frame) {
    return in(frame).slots[slot];
  }
}
