package bindcheck.tla;

/** A function with another value at the end of a path. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Change(Code function, Code[] path, int old, Code replacement) implements Code {
  @Override
  public Value value(Frame frame) {
    return changed(function.value(frame), 0, frame);
  }

  private Value changed(Value of, int step, Frame frame) {
    if (step == path.length) {
      frame.slots[old] = of;
      return replacement.value(frame);
    }
    Value argument = path[step].value(frame);
    Value there = Compiler.at(of, argument);
    return of.with(argument, changed(there, step + 1, frame));
  }
}
