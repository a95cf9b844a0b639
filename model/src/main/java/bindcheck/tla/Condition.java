package bindcheck.tla;

import java.util.function.Predicate;

/** An expression that is TRUE or FALSE. */
record Condition(Predicate<Frame> test) implements Code {
  @Override
  public boolean holds(Frame frame) {
    return test.test(frame);
  }

  @Override
  public Value value(Frame frame) {
    return BooleanValue.of(test.test(frame));
  }
}
