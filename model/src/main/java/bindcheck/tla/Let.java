package bindcheck.tla;

/** Names for what is evaluated where it is first used. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Let(Code[] definitions, int[] slots, Code body) implements Code {
  private void define(Frame frame) {
    for (int i = 0; i < slots.length; i++) {
      frame.slots[slots[i]] = definitions[i].argument(frame);
    }
  }

  @Override
  public Value value(Frame frame) {
    define(frame);
    return body.value(frame);
  }

  @Override
  public boolean holds(Frame frame) {
    define(frame);
    return body.holds(frame);
  }
}
