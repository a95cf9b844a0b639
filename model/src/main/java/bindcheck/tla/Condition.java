package bindcheck.tla;

/** An expression that is TRUE or FALSE. */
@FunctionalInterface
interface Condition extends Code {
  @Override
  boolean holds(Frame frame);

  @Override
  default Value value(Frame frame) {
    return BooleanValue.of(holds(frame));
  }
}
