package bindcheck.tla;

import java.util.function.Function;

/**
 * An operator of a module, made ready when it is first applied. What has no parameters is evaluated
 * once. Several threads may come to do either: they come to the same.
 */
final class Operator implements Closure {
  /** An expression with the number of slots that its frame has. */
  record Body(Code code, int slots) {}

  final int parameters;
  private final Definition definition;
  private final Function<String, Operator> operators;
  private Body body;
  private Value constant;

  Operator(Definition definition, Function<String, Operator> operators) {
    this.parameters = definition.parameters().size();
    this.definition = definition;
    this.operators = operators;
  }

  private Body body() {
    Body known = body;
    if (known == null) {
      known = Compiler.of(definition, operators);
      body = known;
    }
    return known;
  }

  Value constant() {
    Value known = constant;
    if (known == null) {
      known = apply();
      constant = known;
    }
    return known;
  }

  /** A frame of its own, whose first slots are for the arguments. */
  Frame frame() {
    return new Frame(body().slots(), null);
  }

  Value in(Frame frame) {
    return body().code().value(frame);
  }

  boolean holdsIn(Frame frame) {
    return body().code().holds(frame);
  }

  @Override
  public Value apply(Object... arguments) {
    Frame frame = frame();
    System.arraycopy(arguments, 0, frame.slots, 0, parameters);
    return in(frame);
  }
}
