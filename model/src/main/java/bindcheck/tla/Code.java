package bindcheck.tla;

/** An expression, ready to be evaluated where its names stand for something. */
@FunctionalInterface
interface Code {
  /** Its value. */
  Value value(Frame frame);

  /** Whether it is TRUE. */
  default boolean holds(Frame frame) {
    return Standard.truth(value(frame));
  }

  /** What is given to an operator for it: its value where that is there, else a thunk. */
  default Object argument(Frame frame) {
    return new Thunk(this, frame);
  }
}
