package bindcheck.tla;

import java.util.function.Function;

/** An operator that is given as an argument. */
record Given(Function<Frame, Closure> operator) implements Code {
  @Override
  public Value value(Frame frame) {
    throw new EvaluationException("an operator is no value");
  }

  @Override
  public Object argument(Frame frame) {
    return operator.apply(frame);
  }
}
