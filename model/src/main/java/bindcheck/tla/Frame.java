package bindcheck.tla;

/**
 * What the names of an operator stand for while it is evaluated: values, {@link Thunk}s and {@link
 * Closure}s. An operator that a LET defines sees the frame in which it was defined.
 */
final class Frame {
  final Object[] slots;
  final Frame outer;

  Frame(int size, Frame outer) {
    this.slots = new Object[size];
    this.outer = outer;
  }

  Value value(int slot) {
    Object there = slots[slot];
    return there instanceof Value value ? value : ((Thunk) there).value();
  }
}
